package io.plimsoll.upkeep;

import io.plimsoll.audit.Chain;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.Checkpoint;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.Event.Body;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The log is whole, and tells exactly what the tables say. */
final class EventsCheck implements Check {
    private static final String RESTORE =
            "compare with an earlier `plimsoll audit export` and a backup; the database was changed by something else than Plimsoll";

    /** What an event may say beside where aliases point. */
    private static final List<String> NOT_ALIASES =
            List.of("model_sha256", "version", "state", "promoted_by", "dataset", "dataset_sha256");

    private final Workspace workspace;
    private final Inventory inventory;

    EventsCheck(Workspace workspace) {
        this.workspace = workspace;
        this.inventory = new Inventory(workspace);
    }

    @Override
    public String invariant() {
        return "I6";
    }

    @Override
    public String promise() {
        return "the event log is whole, reaches as far as its checkpoints, and every governance change has exactly one event";
    }

    @Override
    public void run(Consumer<Defect> found) {
        Optional<Chain.Break> broken = Chain.verify(workspace.events());
        if (broken.isPresent()) {
            found.accept(new Defect(
                    invariant(),
                    "event " + broken.get().sequence(),
                    broken.get().what(),
                    RESTORE));
            return;
        }
        unnoted(found);
        List<String> told = new ArrayList<>();
        EndpointsTold endpoints = new EndpointsTold();
        AccessTold access = new AccessTold();
        for (Event event : workspace.events().events(0, Integer.MAX_VALUE)) {
            tell(event, told, body -> endpoints.tell(body) || access.tell(body));
        }
        told.addAll(endpoints.lines());
        told.addAll(access.lines());
        List<String> kept = kept();
        surplus(told, kept).forEach(one -> found.accept(defect(one, "an event tells of it, and it is not so")));
        surplus(kept, told).forEach(one -> found.accept(defect(one, "no event tells of it")));
    }

    /** What stands in the one list more often than in the other, in the order of the one. */
    private static List<String> surplus(List<String> one, List<String> other) {
        Map<String, Integer> counts = new HashMap<>();
        other.forEach(line -> counts.merge(line, 1, Integer::sum));
        return one.stream()
                .filter(line -> counts.merge(line, -1, Integer::sum) < 0)
                .toList();
    }

    private void unnoted(Consumer<Defect> found) {
        long noted = workspace.events().checkpoints().stream()
                .mapToLong(Checkpoint::sequence)
                .max()
                .orElse(0);
        long last = workspace.events().head().sequence();
        if (noted < last) {
            found.accept(new Defect(
                    invariant(),
                    "event " + (noted + 1),
                    "no checkpoint covers it yet, so that a log cut off before it would not be found out",
                    "plimsoll audit checkpoint"));
        }
    }

    private Defect defect(String where, String what) {
        return new Defect(invariant(), where, what, RESTORE);
    }

    /** What the tables say, a line each. */
    private List<String> kept() {
        List<String> kept = new ArrayList<>();
        for (ModelVersion version : inventory.models()) {
            kept.add(version(version.model(), String.valueOf(version.version()), version.sha256()));
        }
        for (String model : workspace.models().models()) {
            for (String alias : workspace.models().aliasNames(model)) {
                workspace.models().aliasHistory(model, alias).forEach(move -> kept.add(move(move)));
            }
        }
        for (DatasetVersion dataset : inventory.datasets()) {
            if (inventory.isErased(dataset)) {
                kept.add("erasure of " + dataset.reference());
            }
        }
        kept.addAll(EndpointsTold.kept(workspace.endpoints()));
        kept.addAll(AccessTold.kept(workspace.access(), workspace.webhooks()));
        return kept;
    }

    /**
     * What an event says of the tables; what it says of states is held in the version itself.
     *
     * @param elsewhere takes the events that are not about versions, aliases and datasets, and says whether it did
     */
    private static void tell(Event event, List<String> told, Predicate<Body> elsewhere) {
        try {
            Body body = event.read();
            if (elsewhere.test(body)) {
                return;
            }
            String sha256 = body.after().get("model_sha256");
            if (sha256 != null) {
                told.add(version(body.subject(), body.after().getOrDefault("version", ""), sha256));
            }
            String dataset = body.after().get("dataset");
            if (dataset != null) {
                told.add("erasure of " + dataset);
            }
            body.after().forEach((name, to) -> {
                if (!NOT_ALIASES.contains(name)) {
                    told.add(move(body.subject(), name, body.before().getOrDefault(name, "none"), to));
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("an event of a whole chain cannot be read", e);
        }
    }

    private static String version(String model, String version, String sha256) {
        return model + "@" + version + " with files " + sha256;
    }

    private static String move(AliasMove move) {
        return move(move.model(), move.alias(), shown(move.from()), shown(move.to()));
    }

    private static String move(String model, String alias, String from, String to) {
        return "move of " + alias + " of " + model + " from " + from + " to " + to;
    }

    private static String shown(OptionalInt version) {
        return version.isPresent() ? Integer.toString(version.getAsInt()) : "none";
    }
}
