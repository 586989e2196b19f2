package io.plimsoll.evaluate;

import io.plimsoll.guard.Opponent;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The registered versions that a candidate may have to meet.
 *
 * @param self the candidate's own number, if it is registered already; else absent
 */
record Rivals(
        String model, ModelRegistry registry, @Nullable Integer self) {
    /** All but the candidate itself, the last registered first. */
    List<ModelVersion> others() {
        return registry.versions(model).stream()
                .filter(version -> self == null || version.version() != self)
                .toList();
    }

    /** The version that an opponent stands for now; empty for what is no registered version. */
    Optional<ModelVersion> of(Opponent opponent) {
        if (!opponent.isVersion()) {
            return Optional.empty();
        }
        if (opponent instanceof Opponent.Version version) {
            return registry.version(model, version.number());
        }
        return opponent instanceof Opponent.LastRegistered ? others().stream().findFirst() : alias(opponent.label());
    }

    Optional<ModelVersion> alias(String alias) {
        return registry.alias(model, alias);
    }
}
