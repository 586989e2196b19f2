package io.plimsoll.upkeep;

import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.Event.Action;
import io.plimsoll.workspace.Event.Body;
import io.plimsoll.workspace.EventDraft.DefaultMove;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What events say of endpoints, in the same lines as what the tables say: each publication once, and of states and defaults how they are now. */
final class EndpointsTold {
    private static final String ENABLED = "ENABLED";
    private static final Set<Action> ACTIONS =
            Set.of(Action.PUBLISHED, Action.DISABLED, Action.ENABLED, Action.DEFAULT_SET);

    private final List<String> publications = new ArrayList<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();

    /** @return whether the event is about an endpoint */
    boolean tell(Body body) {
        if (!ACTIONS.contains(body.action())) {
            return false;
        }
        String reference = reference(body.subject(), body.after().get("version"));
        if (body.action() == Action.PUBLISHED) {
            publications.add(publication(
                    reference,
                    body.after().getOrDefault("specification_sha256", ""),
                    body.after().getOrDefault("settings_sha256", "")));
        }
        String state = body.after().get("state");
        if (state != null) {
            states.put(reference, state);
        }
        String set = body.after().get("default");
        if (set != null) {
            defaults.put(body.subject(), set);
        }
        return true;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(publications);
        states.forEach((reference, state) -> addState(lines, reference, state));
        defaults.forEach((endpoint, set) -> addDefault(lines, endpoint, set));
        return lines;
    }

    static List<String> kept(Endpoints endpoints) {
        List<String> kept = new ArrayList<>();
        for (Endpoint endpoint : endpoints.list()) {
            addState(kept, endpoint.name(), endpoint.disabled() == null ? ENABLED : "DISABLED");
            if (endpoint.setByHand()) {
                addDefault(
                        kept,
                        endpoint.name(),
                        Integer.toString(endpoint.defaultVersion().orElse(0)));
            }
            for (EndpointVersion version : endpoints.versions(endpoint.name())) {
                kept.add(publication(
                        version.reference(),
                        version.specificationSha256(),
                        version.settings().sha256()));
                addState(kept, version.reference(), version.disabled() == null ? ENABLED : "DISABLED");
            }
        }
        return kept;
    }

    private static void addState(List<String> lines, String reference, String state) {
        if (!state.equals(ENABLED)) {
            lines.add("state of the endpoint " + reference + ": " + state);
        }
    }

    private static void addDefault(List<String> lines, String endpoint, String set) {
        if (!set.equals(DefaultMove.NEWEST)) {
            lines.add("default of the endpoint " + endpoint + ": " + set);
        }
    }

    private static String publication(String reference, String specification, String settings) {
        return "publication of " + reference + " with specification " + specification + " and settings " + settings;
    }

    private static String reference(String endpoint, @Nullable String version) {
        return version == null ? endpoint : endpoint + "@" + version;
    }
}
