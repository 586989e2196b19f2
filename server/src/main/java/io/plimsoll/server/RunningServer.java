package io.plimsoll.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.plimsoll.access.Access;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.project.work.Workers;
import io.plimsoll.server.access.MembersController;
import io.plimsoll.server.access.TokensController;
import io.plimsoll.server.access.UsersController;
import io.plimsoll.server.audit.AuditController;
import io.plimsoll.server.datasets.DatasetsController;
import io.plimsoll.server.endpoints.EndpointChangesController;
import io.plimsoll.server.endpoints.EndpointsController;
import io.plimsoll.server.experiments.ExperimentsController;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.fault.Problems;
import io.plimsoll.server.files.FilesController;
import io.plimsoll.server.models.DecisionsController;
import io.plimsoll.server.models.ModelsController;
import io.plimsoll.server.oidc.IdentityProvider;
import io.plimsoll.server.oidc.OidcSettings;
import io.plimsoll.server.pages.PageAdvice;
import io.plimsoll.server.pages.PagesWiring;
import io.plimsoll.server.pages.audit.AuditPagesController;
import io.plimsoll.server.pages.datasets.DatasetPagesController;
import io.plimsoll.server.pages.endpoints.EndpointPagesController;
import io.plimsoll.server.pages.experiments.ExperimentPagesController;
import io.plimsoll.server.pages.models.DecisionPagesController;
import io.plimsoll.server.pages.models.ModelPagesController;
import io.plimsoll.server.pages.overview.OverviewController;
import io.plimsoll.server.pages.runs.RunPagesController;
import io.plimsoll.server.runs.LiveRuns;
import io.plimsoll.server.runs.RunsController;
import io.plimsoll.server.security.Credentials;
import io.plimsoll.server.security.EntryController;
import io.plimsoll.server.security.EntryLink;
import io.plimsoll.server.security.OidcController;
import io.plimsoll.server.security.SecurityChain;
import io.plimsoll.server.security.SessionCookies;
import io.plimsoll.server.security.Sessions;
import io.plimsoll.server.system.ApiController;
import io.plimsoll.server.system.AssetsController;
import io.plimsoll.server.system.SystemController;
import io.plimsoll.server.uploads.UploadTerms;
import io.plimsoll.server.uploads.UploadsController;
import io.plimsoll.server.webhooks.WebhooksController;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/** A project that is served. Closing it ends what is under way, hands runs back and closes the project. */
final class RunningServer implements AutoCloseable {
    private static final Class<?>[] PARTS = {
        HttpWiring.class,
        SecurityChain.class,
        Problems.class,
        EntryController.class,
        OidcController.class,
        SystemController.class,
        ApiController.class,
        RunsController.class,
        ModelsController.class,
        DecisionsController.class,
        DatasetsController.class,
        EndpointsController.class,
        EndpointChangesController.class,
        ExperimentsController.class,
        AuditController.class,
        TokensController.class,
        UsersController.class,
        MembersController.class,
        WebhooksController.class,
        FilesController.class,
        PagesWiring.class,
        PageAdvice.class,
        AssetsController.class,
        OverviewController.class,
        RunPagesController.class,
        EndpointPagesController.class,
        ModelPagesController.class,
        DecisionPagesController.class,
        DatasetPagesController.class,
        ExperimentPagesController.class,
        AuditPagesController.class,
        UploadsController.class
    };

    private final OpenProject project;
    private final TemporaryFolder scratch;
    private final AnnotationConfigServletWebServerApplicationContext context;
    private final EntryLink link;
    private final String host;

    private RunningServer(
            OpenProject project,
            TemporaryFolder scratch,
            AnnotationConfigServletWebServerApplicationContext context,
            EntryLink link,
            String host) {
        this.project = project;
        this.scratch = scratch;
        this.context = context;
        this.link = link;
        this.host = host;
    }

    /**
     * Serves a project.
     *
     * @throws PlimsollException with {@code NOT_ALLOWED} if others could reach the server and nobody could sign in, {@code USAGE} if it cannot
     *     listen there, or what is wrong with the project
     */
    static RunningServer start(ServerOptions options, Surroundings surroundings) {
        return start(options, surroundings, SecurityChain.Terms.usual(hosts(options)));
    }

    static RunningServer start(ServerOptions options, Surroundings surroundings, SecurityChain.Terms terms) {
        InetAddress address = options.address();
        OpenProject project = options.opening().open(surroundings);
        TemporaryFolder scratch = TemporaryFolder.create();
        EntryLink link = address.isLoopbackAddress()
                ? EntryLink.fresh(surroundings.random(), project.actor())
                : EntryLink.none();
        AnnotationConfigServletWebServerApplicationContext context =
                new AnnotationConfigServletWebServerApplicationContext();
        RunningServer server = new RunningServer(project, scratch, context, link, host(options));
        try {
            if (options.signIn() == null) {
                requireSomebody(
                        address, project.workspace().access(), project.clock().instant());
            }
            server.wire(options, surroundings, terms);
            context.register(PARTS);
            context.refresh();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e.getCause() instanceof WebServerException ? notThere(options) : e;
        }
    }

    private static PlimsollException notThere(ServerOptions options) {
        return PlimsollException.of(
                ErrorCode.USAGE,
                "the server cannot listen at port " + options.port(),
                options.host(),
                "another program may do so already: give another --port, or 0 for any that is free");
    }

    private void wire(ServerOptions options, Surroundings surroundings, SecurityChain.Terms terms) {
        Sessions sessions = new Sessions(project.clock(), surroundings.random());
        Discretion discretion = new Discretion(List.of(project.folder(), artifacts(), scratch.path()));
        context.registerBean(ServerOptions.class, () -> options);
        context.registerBean(OpenProject.class, () -> project, definition -> definition.setDestroyMethodName(""));
        context.registerBean(InstantSource.class, project::clock);
        context.registerBean(RandomGenerator.class, surroundings::random);
        context.registerBean(Discretion.class, () -> discretion);
        context.registerBean(SecurityChain.Terms.class, () -> terms);
        context.registerBean(UploadTerms.class, () -> UploadTerms.of(options.largestUpload()));
        context.registerBean(
                Credentials.class, () -> new Credentials(project.workspace().access(), sessions, link));
        context.registerBean(LiveRuns.class, () -> new LiveRuns(project, discretion));
        context.registerBean(
                "queue",
                Gauge.class,
                () -> Gauge.builder(
                                "plimsoll.runs.open",
                                project,
                                served -> served.workspace().queue().open())
                        .description("Queued runs that wait or go on")
                        .register(context.getBean(MeterRegistry.class)));
        wireSignIn(options, surroundings);
        if (options.lanes() > 0) {
            Workers workers = new Workers(project, options.opening(), scratch.path());
            context.registerBean(
                    Lanes.class, () -> new Lanes(project, workers.worker(options.lanes(), options.lease())));
        }
    }

    private void wireSignIn(ServerOptions options, Surroundings surroundings) {
        PublicUrl publicUrl = options.publicUrl();
        context.registerBean(
                SessionCookies.class, () -> new SessionCookies(publicUrl != null && publicUrl.isEncrypted()));
        if (options.signIn() != null) {
            OidcSettings settings = options.signIn().settings(surroundings);
            Supplier<String> answer = () -> (publicUrl == null ? address() : publicUrl.text()) + OidcController.ANSWER;
            context.registerBean(IdentityProvider.class, () -> new IdentityProvider(settings, answer, project.clock()));
        }
    }

    private Path artifacts() {
        return Path.of(project.workspace().artifacts().evidencePlace("r-0"))
                .resolve("../..")
                .normalize();
    }

    /** {@code http://127.0.0.1:8080}. */
    String address() {
        int port = context.getWebServer() == null ? 0 : context.getWebServer().getPort();
        return "http://" + host + ":" + port;
    }

    /** The one-time way in; empty where there is none. */
    Optional<String> link() {
        return link.at(address());
    }

    AnnotationConfigServletWebServerApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        project.close();
        scratch.close();
    }

    private static void requireSomebody(InetAddress address, Access access, Instant now) {
        if (address.isLoopbackAddress()) {
            return;
        }
        boolean byToken = access.tokens().list().stream().anyMatch(token -> token.isValid(now));
        boolean byPassword = access.users().list().stream().anyMatch(user -> user.disabled() == null);
        if (!byToken && !byPassword) {
            throw PlimsollException.of(
                    ErrorCode.NOT_ALLOWED,
                    "others could reach this server, and nobody can sign in",
                    "--host " + address.getHostAddress(),
                    "make a token with `plimsoll tokens create`, name an identity provider with --oidc-issuer, or leave --host out to serve this machine alone");
        }
    }

    private static String host(ServerOptions options) {
        InetAddress address = options.address();
        String text = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /** What the Host header may say. */
    private static Set<String> hosts(ServerOptions options) {
        Set<String> hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        hosts.add(host(options).toLowerCase(Locale.ROOT));
        hosts.add(options.host().toLowerCase(Locale.ROOT));
        hosts.addAll(options.names());
        if (options.publicUrl() != null) {
            hosts.add(options.publicUrl().host());
        }
        return hosts;
    }
}
