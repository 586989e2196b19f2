package io.plimsoll.server.models;

import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelSummary;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.PromotedBy;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A registered model.
 *
 * @param champion the version in use; absent where there is none
 */
record ModelResource(String model, int newest, @Nullable VersionResource champion) {
    static ModelResource of(ModelSummary summary) {
        return new ModelResource(
                summary.model(),
                summary.newest(),
                summary.champion().map(VersionResource::summary).orElse(null));
    }

    static ModelResource of(String model, ModelRegistry registry) {
        int newest = registry.versions(model).get(0).version();
        VersionResource champion = registry.alias(model, ModelVersion.CHAMPION)
                .map(VersionResource::summary)
                .orElse(null);
        return new ModelResource(model, newest, champion);
    }

    /** One move of an alias. */
    record Move(
            String model,
            String alias,
            @Nullable Integer from,
            @Nullable Integer to,
            Instant moved,
            @Nullable String run,
            String actor,
            String reason,
            @Nullable PromotedBy promotedBy) {
        static Move of(AliasMove move) {
            return new Move(
                    move.model(),
                    move.alias(),
                    number(move.from()),
                    number(move.to()),
                    move.moved(),
                    move.runId(),
                    move.actor(),
                    move.reason(),
                    move.promotedBy());
        }

        private static @Nullable Integer number(OptionalInt version) {
            return version.isPresent() ? version.getAsInt() : null;
        }
    }

    /** What aliases a model ever had, and where they pointed, the first move first. */
    record Aliases(String model, List<Alias> aliases) {
        /** @param version at which it points now; absent where it was taken away */
        record Alias(String alias, @Nullable Integer version, List<Move> history) {}

        static Aliases of(String model, ModelRegistry registry) {
            List<Alias> aliases = registry.aliasNames(model).stream()
                    .map(name -> new Alias(
                            name,
                            registry.alias(model, name)
                                    .map(ModelVersion::version)
                                    .orElse(null),
                            registry.aliasHistory(model, name).stream()
                                    .map(Move::of)
                                    .toList()))
                    .toList();
            return new Aliases(model, aliases);
        }
    }
}
