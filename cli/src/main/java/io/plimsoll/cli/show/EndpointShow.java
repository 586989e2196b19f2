package io.plimsoll.cli.show;

import io.plimsoll.endpoint.Specification;
import io.plimsoll.workspace.Disabling;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.Endpoints.Publication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Published trainings, for people and as JSON. */
public final class EndpointShow {
    private final Style style;

    public EndpointShow(Style style) {
        this.style = style;
    }

    public static Map<String, Object> data(Endpoint endpoint) {
        Map<String, Object> data = new TreeMap<>();
        data.put("name", endpoint.name());
        data.put("indication", endpoint.indication());
        data.put("model_type", endpoint.modelType());
        data.put("model", endpoint.model());
        data.put("newest_version", endpoint.newest());
        endpoint.defaultVersion().ifPresent(version -> data.put("default_version", version));
        data.put("default_set_by_hand", endpoint.setByHand());
        data.put("created", endpoint.created().toString());
        state(data, endpoint.disabled());
        return data;
    }

    public static Map<String, Object> data(EndpointVersion version) {
        Map<String, Object> data = new TreeMap<>();
        data.put("version", version.version());
        data.put("specification_sha256", version.specificationSha256());
        data.put("settings", version.settings());
        data.put("published", version.published().toString());
        data.put("published_by", version.publishedBy());
        state(data, version.disabled());
        return data;
    }

    private static void state(Map<String, Object> data, @Nullable Disabling disabled) {
        data.put("state", disabled == null ? "ENABLED" : "DISABLED");
        if (disabled != null) {
            data.put(
                    "disabled",
                    Map.of(
                            "since", disabled.since().toString(),
                            "actor", disabled.actor(),
                            "reason", disabled.reason()));
        }
    }

    public static Map<String, Object> data(Publication publication, Endpoints endpoints) {
        EndpointVersion version = publication.version();
        Map<String, Object> data = data(version);
        data.put("endpoint", version.endpoint());
        data.put("model", version.model());
        data.put("new", publication.isNew());
        data.put("default", isDefault(version, endpoints));
        return data;
    }

    /** An endpoint with all its versions, and one of them with its specification. */
    public static Map<String, Object> whole(PublishedTraining training) {
        Map<String, Object> data = data(training.endpoint());
        data.put(
                "versions", training.versions().stream().map(EndpointShow::data).toList());
        Map<String, Object> one = data(training.version());
        one.putAll(SpecificationShow.data(training.specification()));
        data.put("version", one);
        return data;
    }

    /** @param version absent where the whole endpoint was meant */
    public static Map<String, Object> changed(Endpoint endpoint, @Nullable EndpointVersion version, boolean changed) {
        Map<String, Object> data = data(endpoint);
        data.put("changed", changed);
        if (version != null) {
            data.put("version", data(version));
        }
        return data;
    }

    public String list(List<Endpoint> all) {
        Table table = new Table(style, "endpoint", "trains", "versions", "default", "state");
        for (Endpoint endpoint : all) {
            table.row(
                    endpoint.name(), endpoint.model(), endpoint.newest(), usual(endpoint), state(endpoint.disabled()));
        }
        return table.isEmpty()
                ? "nothing is published yet: `plimsoll publish INDICATION MODEL_TYPE` publishes a training"
                : table.text();
    }

    /** @param now from when on the next time of a schedule is told */
    public String whole(PublishedTraining training, Instant now) {
        Endpoint endpoint = training.endpoint();
        EndpointVersion version = training.version();
        Table versions = new Table(style, "version", "published (UTC)", "by", "specification", "state");
        for (EndpointVersion one : training.versions()) {
            versions.row(
                    "@" + one.version(),
                    RunShow.time(one.published()),
                    who(one.publishedBy()),
                    one.specificationSha256().substring(0, 12),
                    state(one.disabled()));
        }
        Specification specification = training.specification();
        SpecificationShow show = new SpecificationShow(style);
        return style.bold(endpoint.name()) + " trains " + endpoint.model() + "\n"
                + "  default   " + usual(endpoint) + "\n"
                + "  state     " + state(endpoint.disabled()) + "\n\n"
                + versions.text() + "\n"
                + style.bold(version.reference()) + "\n"
                + show.facts(specification)
                + new SettingsText(version.settings(), now).text() + "\n"
                + show.parameters(specification);
    }

    public String published(Publication publication, Endpoints endpoints) {
        EndpointVersion version = publication.version();
        String what = publication.isNew()
                ? style.good("published") + " " + version.reference()
                : version.reference() + " is this very training already; nothing was changed";
        String isDefault = isDefault(version, endpoints)
                ? "it is the default"
                : "the default is "
                        + endpoints
                                .find(version.endpoint())
                                .map(EndpointShow::usual)
                                .orElse("none")
                        + "; `plimsoll endpoints set-default " + version.reference() + "` changes that";
        String disabled = version.disabled() == null ? "" : "\n  it is " + state(version.disabled());
        return what + "\n  specification " + version.specificationSha256() + "\n  " + isDefault + disabled + "\n";
    }

    /** @param version absent where the whole endpoint was meant */
    public String changed(Endpoint endpoint, @Nullable EndpointVersion version) {
        String reference = version == null ? endpoint.name() : version.reference();
        Disabling disabled = version == null ? endpoint.disabled() : version.disabled();
        return reference + " is " + state(disabled) + "\n  " + defaultOf(endpoint);
    }

    public String defaultOf(Endpoint endpoint) {
        return "the default of " + endpoint.name() + " is " + usual(endpoint) + "\n";
    }

    private static boolean isDefault(EndpointVersion version, Endpoints endpoints) {
        return endpoints
                .find(version.endpoint())
                .filter(endpoint -> endpoint.defaultVersion().equals(OptionalInt.of(version.version())))
                .isPresent();
    }

    private static String usual(Endpoint endpoint) {
        if (endpoint.defaultVersion().isEmpty()) {
            return "none: every version is disabled";
        }
        String number = "@" + endpoint.defaultVersion().getAsInt();
        return endpoint.setByHand() ? number + " (set by hand)" : number + " (the newest)";
    }

    private static String state(@Nullable Disabling disabled) {
        return disabled == null
                ? "enabled"
                : "disabled since " + RunShow.time(disabled.since()) + " by " + who(disabled.actor()) + ": "
                        + disabled.reason();
    }

    private static String who(String actor) {
        return actor.isEmpty() ? "-" : actor;
    }
}
