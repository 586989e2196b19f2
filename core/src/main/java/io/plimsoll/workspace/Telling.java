package io.plimsoll.workspace;

import io.plimsoll.step.OutcomeCode;
import io.plimsoll.webhook.Occasion;
import io.plimsoll.workspace.Event.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What webhooks are told of a change: names, numbers and codes. Neither who did it nor why in his own words leaves the workspace.
 *
 * @param facts model, version, run and such, by name
 */
public record Telling(Occasion occasion, SortedMap<String, String> facts) {
    public Telling {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static List<Telling> of(EventDraft draft) {
        List<Telling> all = new ArrayList<>();
        String version = draft.after().get("version");
        if (isRegistration(draft.action()) && version != null) {
            all.add(new Telling(Occasion.REGISTERED, facts(draft, version)));
        }
        String champion = draft.after().get(ModelVersion.CHAMPION);
        if (draft.action() != Action.ADOPTED && champion != null && !champion.equals("none")) {
            SortedMap<String, String> facts = facts(draft, champion);
            put(facts, "instead_of", draft.before().get(ModelVersion.CHAMPION));
            put(facts, "promoted_by", draft.after().get("promoted_by"));
            all.add(new Telling(Occasion.PROMOTED, facts));
        }
        return all;
    }

    private static boolean isRegistration(Action action) {
        return action == Action.REGISTERED || action == Action.OVERRIDDEN || action == Action.IMPORTED;
    }

    private static SortedMap<String, String> facts(EventDraft draft, String version) {
        SortedMap<String, String> facts = new TreeMap<>(Map.of("model", draft.subject(), "version", version));
        put(facts, "run", draft.runId());
        put(facts, "model_sha256", draft.after().get("model_sha256"));
        put(facts, "state", draft.after().get("state"));
        return facts;
    }

    /** Of a run that has ended; empty unless its verdict kept a model out. */
    public static Optional<Telling> of(RunRecord run) {
        return run.code() == OutcomeCode.GUARDRAIL_NOT_MET
                ? Optional.of(new Telling(
                        Occasion.REFUSED,
                        new TreeMap<>(Map.of(
                                "model",
                                run.model(),
                                "run",
                                run.id(),
                                "experiment",
                                run.experiment(),
                                "code",
                                OutcomeCode.GUARDRAIL_NOT_MET.name()))))
                : Optional.empty();
    }

    private static void put(SortedMap<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
