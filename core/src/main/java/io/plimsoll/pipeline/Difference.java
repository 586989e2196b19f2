package io.plimsoll.pipeline;

import io.plimsoll.artifact.Contract;
import io.plimsoll.canonical.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something in which the making of two models differs, and which may be why they do.
 *
 * @param what as people call it: {@code platform}, {@code plimsoll}, {@code xgboost}
 * @param stored what the registered model's contract says; absent if nothing
 * @param rebuilt what that of the rebuilt one says; absent if nothing
 */
public record Difference(
        Kind kind,
        String what,
        @Nullable String stored,
        @Nullable String rebuilt) {
    /** What kind of thing it is. */
    public enum Kind {
        /** Operating system and processor. */
        PLATFORM,
        /** The version of Plimsoll, or of a library. */
        VERSION,
        /** The digest of the part of the config that shapes a model. */
        TRAINING_CONFIG,
        /** The probability from which a row counts as class 1. */
        THRESHOLD
    }

    static List<Difference> between(Contract stored, Contract rebuilt) {
        List<Difference> all = new ArrayList<>();
        all.add(new Difference(Kind.PLATFORM, "platform", stored.platform(), rebuilt.platform()));
        SortedSet<String> names = new TreeSet<>(stored.versions().keySet());
        names.addAll(rebuilt.versions().keySet());
        names.forEach(name -> all.add(new Difference(
                Kind.VERSION,
                name,
                stored.versions().get(name),
                rebuilt.versions().get(name))));
        all.add(new Difference(
                Kind.TRAINING_CONFIG,
                "training config",
                stored.trainingConfigSha256(),
                rebuilt.trainingConfigSha256()));
        all.add(new Difference(
                Kind.THRESHOLD,
                "threshold",
                text(stored.output().threshold()),
                text(rebuilt.output().threshold())));
        return all.stream()
                .filter(one -> !Objects.equals(one.stored, one.rebuilt))
                .toList();
    }

    private static @Nullable String text(@Nullable Double threshold) {
        return threshold == null ? null : CanonicalJson.number(threshold);
    }
}
