package io.plimsoll.evaluate;

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

    Optional<ModelVersion> version(int number) {
        return registry.version(model, number);
    }

    Optional<ModelVersion> alias(String alias) {
        return registry.alias(model, alias);
    }
}
