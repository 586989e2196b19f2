package io.plimsoll.server.system;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.plimsoll.access.Identity;
import io.plimsoll.access.Role;
import io.plimsoll.project.BuildInfo;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.Open;
import io.plimsoll.server.security.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The server itself. */
@RestController
public final class SystemController {
    private static final Logger LOG = LoggerFactory.getLogger("plimsoll.health");
    private static final int UNAVAILABLE = 503;

    private final OpenProject project;
    private final PrometheusMeterRegistry meters;

    SystemController(OpenProject project, PrometheusMeterRegistry meters) {
        this.project = project;
        this.meters = meters;
    }

    /** @param status UP or DOWN */
    record Health(String status) {}

    /**
     * Who asks, and whom he asks.
     *
     * @param origin by what he has shown who he is
     */
    record Self(String name, Role role, Identity.Origin origin, String version) {}

    /** The process answers. */
    @Open
    @GetMapping(path = "/health/live", produces = MediaType.APPLICATION_JSON_VALUE)
    Health live() {
        return new Health("UP");
    }

    /** The workspace answers, too. */
    @Open
    @GetMapping(path = "/health/ready", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Health> ready() {
        try {
            project.workspace().queue().open();
            return ResponseEntity.ok(new Health("UP"));
        } catch (RuntimeException e) {
            LOG.error("the workspace does not answer", e);
            return ResponseEntity.status(UNAVAILABLE).body(new Health("DOWN"));
        }
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/metrics", produces = MediaType.TEXT_PLAIN_VALUE)
    String metrics() {
        return meters.scrape();
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/api/v1/identity", name = "Who asks", produces = MediaType.APPLICATION_JSON_VALUE)
    Self identity() {
        Identity identity = Caller.current().identity();
        return new Self(
                identity.name(),
                identity.role(),
                identity.origin(),
                BuildInfo.read().version());
    }
}
