package io.plimsoll.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One line of versions a model, one history an alias, and each champion there by right. */
final class ReignsCheck implements Check {
    private static final String RESTORE =
            "compare with `plimsoll audit list` and a backup; the database was changed by something else than Plimsoll";

    private final Workspace workspace;
    private final ModelRegistry registry;

    ReignsCheck(Workspace workspace) {
        this.workspace = workspace;
        this.registry = workspace.models();
    }

    @Override
    public String invariant() {
        return "I3";
    }

    @Override
    public String promise() {
        return "version numbers are unique and rise; each alias has one history; each champion is there by right";
    }

    @Override
    public void run(Consumer<Defect> found) {
        for (String model : registry.models()) {
            List<ModelVersion> versions = registry.versions(model);
            for (int i = 0; i < versions.size(); i++) {
                if (versions.get(i).version() != versions.size() - i) {
                    found.accept(defect(model, "its versions are not numbered from 1 without a gap"));
                    break;
                }
            }
            registry.aliasNames(model).forEach(alias -> history(model, alias, found));
        }
    }

    private void history(String model, String alias, Consumer<Defect> found) {
        OptionalInt held = OptionalInt.empty();
        Set<Integer> champions = new HashSet<>();
        for (AliasMove move : registry.aliasHistory(model, alias)) {
            if (!move.from().equals(held)) {
                found.accept(defect(model, "the history of its alias " + alias + " has a gap"));
            }
            held = move.to();
            String wrong = alias.equals(ModelVersion.CHAMPION) && held.isPresent() ? wrong(move, champions) : "";
            if (!wrong.isEmpty()) {
                found.accept(defect(model + "@" + held.getAsInt(), "it became champion without right: " + wrong));
            }
            held.ifPresent(champions::add);
        }
        Optional<ModelVersion> present = registry.alias(model, alias);
        OptionalInt points = present.isPresent() ? OptionalInt.of(present.get().version()) : OptionalInt.empty();
        if (!points.equals(held)) {
            found.accept(defect(model, "its alias " + alias + " points elsewhere than its history says"));
        }
    }

    /** @return what is wrong with it; empty if nothing is */
    private String wrong(AliasMove move, Set<Integer> champions) {
        if (move.promotedBy() == null) {
            return "nothing says by what";
        }
        int to = move.to().getAsInt();
        return switch (move.promotedBy()) {
            case FIRST -> move.from().isEmpty() ? "" : "there was a champion before it";
            case PASSED -> passed(move) ? "" : "no verdict against the champion that it replaced allowed it";
            case APPROVAL -> approvedByAnother(move, to) ? "" : "whoever submitted it approved it alone";
            case ROLLBACK -> champions.contains(to) ? "" : "it was never champion before";
            case OVERRIDE -> move.reason().isBlank() ? "no reason was given" : "";
        };
    }

    /** A move by a run was decided by the version's own verdict; one by hand by a verdict that was come to then. */
    private boolean passed(AliasMove move) {
        if (move.runId() == null) {
            return !move.reason().isBlank();
        }
        JsonNode verdict =
                verdict(registry.version(move.model(), move.to().getAsInt()).orElse(null));
        OptionalInt against =
                verdict.has("champion") ? OptionalInt.of(verdict.get("champion").asInt()) : OptionalInt.empty();
        return verdict.at("/decision/kind").asText().equals("REGISTER") && against.equals(move.from());
    }

    private boolean approvedByAnother(AliasMove move, int to) {
        String submitter = registry.version(move.model(), to)
                .flatMap(version -> workspace.runs().find(version.runId()))
                .map(RunRecord::actor)
                .orElse("");
        return !submitter.equals(move.actor());
    }

    private static JsonNode verdict(@Nullable ModelVersion version) {
        try {
            return CanonicalJson.read(version == null ? "{}" : version.verdict(), JsonNode.class);
        } catch (IOException e) {
            return CanonicalJson.tree(List.of());
        }
    }

    private Defect defect(String where, String what) {
        return new Defect(invariant(), where, what, RESTORE);
    }
}
