package io.plimsoll.cli.remote;

import io.plimsoll.cli.desk.EndpointDesk;
import io.plimsoll.cli.show.PublishedTraining;
import io.plimsoll.config.Overrides;
import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.project.reference.EndpointReference;
import io.plimsoll.workspace.Disabling;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointChoice;
import io.plimsoll.workspace.EndpointRefusals;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.RunQueue.Submitted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is published at a server. */
record ServerEndpoints(ServerClient client, ServerUploads uploads, Supplier<String> keys) implements EndpointDesk {
    private static final String ENDPOINTS = ServerDesk.API + "/endpoints";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    @Override
    public List<Endpoint> list() {
        return client.items(ENDPOINTS, Map.of(), Integer.MAX_VALUE).stream()
                .map(ServerEndpoints::endpoint)
                .toList();
    }

    @Override
    public PublishedTraining show(EndpointReference version) {
        Fields told = client.get(path(version.name()));
        Endpoint endpoint = endpoint(told);
        String wanted = version.isWholeEndpoint()
                ? String.valueOf(endpoint.defaultVersion().orElse(endpoint.newest()))
                : version.version();
        Fields one = client.get(path(version.name()) + "/versions/" + ServerAddress.segment(wanted));
        return new PublishedTraining(
                endpoint,
                told.list("versions").stream()
                        .map(each -> version(each, endpoint))
                        .toList(),
                version(one, endpoint),
                Specification.read(one.json("specification")));
    }

    @Override
    public Change disable(EndpointReference wanted, String reason) {
        return change(wanted, "/disable", Map.of("reason", reason));
    }

    @Override
    public Change enable(EndpointReference wanted) {
        return change(wanted, "/enable", Map.of());
    }

    private Change change(EndpointReference wanted, String what, Map<String, String> body) {
        String version = wanted.isWholeEndpoint() ? "" : "/versions/" + ServerAddress.segment(wanted.version());
        return change(client.post(path(wanted.name()) + version + what, body, keys.get())
                .answer());
    }

    @Override
    public Change setDefault(EndpointReference wanted) {
        Map<String, Integer> body =
                wanted.isWholeEndpoint() ? Map.of() : Map.of("version", number(wanted.name(), wanted.version()));
        return change(
                client.post(path(wanted.name()) + "/default", body, keys.get()).answer());
    }

    private static Change change(Fields told) {
        Endpoint endpoint = endpoint(told.part("endpoint"));
        return new Change(
                endpoint,
                told.partIfAny("version").map(one -> version(one, endpoint)).orElse(null),
                told.flag("changed"));
    }

    @Override
    public Submitted submit(List<String> words, Overrides given, Terms terms) {
        EndpointChoice.Named named = EndpointChoice.among(list(), words);
        String name = named.endpoint().name();
        Map<String, Object> body = new HashMap<>(
                Map.of("experiment", terms.experiment(), "settings", given.settings(), "reuse", terms.reuse()));
        if (!given.paths().isEmpty()) {
            body.put("data", uploads.sent(given));
        }
        if (!named.version().isEmpty()) {
            body.put("version", number(name, named.version()));
        }
        ServerClient.Changed submitted =
                client.post(path(name) + "/runs", body, terms.key() == null ? keys.get() : terms.key());
        Fields told = submitted.answer();
        boolean isNew = told.flag("is_new") && !submitted.before();
        return new Submitted(told.text("run"), isNew, told.texts("cancelled"));
    }

    /** A version's number as it was typed; of one that is none the server is asked in vain. */
    private int number(String endpoint, String typed) {
        if (NUMBER.matcher(typed).matches()) {
            return Integer.parseInt(typed);
        }
        throw EndpointRefusals.unknownVersion(
                endpoint, typed, endpoint(client.get(path(endpoint))).newest());
    }

    private static Endpoint endpoint(Fields told) {
        return new Endpoint(
                told.text("name"),
                told.text("indication"),
                told.text("model_type"),
                told.text("model"),
                told.number("newest_version"),
                told.numberIfAny("default_version"),
                told.flag("default_set_by_hand"),
                disabling(told),
                told.time("created"));
    }

    private static EndpointVersion version(Fields told, Endpoint endpoint) {
        return new EndpointVersion(
                told.text("endpoint"),
                told.number("version"),
                told.text("specification_sha256"),
                endpoint.indication(),
                endpoint.modelType(),
                endpoint.model(),
                told.as(EndpointSettings.class, "settings"),
                told.time("published"),
                told.text("published_by"),
                disabling(told));
    }

    private static @Nullable Disabling disabling(Fields told) {
        return told.partIfAny("disabled")
                .map(disabled -> new Disabling(disabled.time("since"), disabled.text("actor"), disabled.text("reason")))
                .orElse(null);
    }

    private static String path(String name) {
        return ENDPOINTS + "/" + ServerAddress.segment(name);
    }
}
