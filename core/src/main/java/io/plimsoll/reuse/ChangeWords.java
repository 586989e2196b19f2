package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.RunRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What changed between two keys, in words. */
final class ChangeWords {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String VERSION = "version";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RunRecord run;
    private final ModelRegistry registry;

    ChangeWords(RunRecord run, ModelRegistry registry) {
        this.run = run;
        this.registry = registry;
    }

    /** {@code source sites: content changed}, {@code settings.depth: 5 instead of 4}. */
    String of(PartChange change) {
        JsonNode before = change.before();
        JsonNode now = change.now();
        if (isOpponent(before) || isOpponent(now)) {
            return change.part() + ": " + opponent(change.part(), before, now);
        }
        if (change.part().startsWith("source") && isContent(now)) {
            return inner(change.part()) + ": content changed";
        }
        if (before == null || now == null) {
            return change.part() + (before == null ? " is new" : " is gone");
        }
        boolean plain = before.isValueNode() && now.isValueNode() && !isContent(before) && !isContent(now);
        return plain ? change.part() + ": " + shown(now) + " instead of " + shown(before) : change.part() + " changed";
    }

    /** The place of a file among those of its source says nothing where there is one file. */
    private static String inner(String part) {
        return part.endsWith(".0") ? part.substring(0, part.length() - 2) : part;
    }

    private static String shown(JsonNode value) {
        return value.asText();
    }

    private static boolean isContent(@Nullable JsonNode value) {
        return value != null
                && (HASH.matcher(value.asText()).matches()
                        || (value.isArray() && !value.isEmpty() && isContent(value.get(0))));
    }

    private static boolean isOpponent(@Nullable JsonNode value) {
        return value != null && value.isObject() && value.has(VERSION);
    }

    private String opponent(String label, @Nullable JsonNode before, @Nullable JsonNode now) {
        if (now == null) {
            return "no rule names it any more";
        }
        String present = now.path(VERSION).asText();
        String instead = before == null
                ? ""
                : " instead of " + brief(before.path(VERSION).asText());
        return present + instead + moved(label, present).map(this::told).orElse("");
    }

    /** {@code @2} where the model is clear. */
    private String brief(String version) {
        return version.startsWith(run.model() + "@")
                ? version.substring(run.model().length())
                : version;
    }

    /** The last move that made the alias stand where the run found it. */
    private Optional<AliasMove> moved(String alias, String version) {
        OptionalInt number = version.startsWith(run.model() + "@")
                ? OptionalInt.of(Integer.parseInt(version.substring(run.model().length() + 1)))
                : OptionalInt.empty();
        Instant end = Objects.requireNonNullElse(run.finished(), Instant.MAX);
        return registry.aliasHistory(run.model(), alias).stream()
                .filter(move -> move.to().equals(number)
                        && !move.moved().isAfter(end)
                        && !run.id().equals(move.runId()))
                .reduce((earlier, later) -> later);
    }

    private String told(AliasMove move) {
        String by = move.actor().isEmpty() ? "" : " by " + move.actor();
        String through = move.runId() == null ? "" : " (run " + move.runId() + ")";
        return ", " + (move.to().isPresent() ? "promoted " : "taken away ") + MINUTE.format(move.moved()) + " UTC" + by
                + through;
    }
}
