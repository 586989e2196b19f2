package io.plimsoll.server.pages.runs;

import io.plimsoll.project.OpenProject;
import io.plimsoll.server.page.Cursor;
import io.plimsoll.server.page.Limit;
import io.plimsoll.server.page.Page;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords.Position;
import io.plimsoll.workspace.RunRecords.Wanted;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the list of runs, with what it was asked for.
 *
 * @param more where the list goes on; absent at its end
 * @param models names to choose from, and likewise for {@code experiments}
 */
record RunList(
        Asked asked, List<RunRecord> runs, @Nullable String more, List<String> models, List<String> experiments) {
    private static final int MOST_CHOICES = 200;

    /** What a reader filters by; each may be left out, or be empty. */
    record Asked(
            @Nullable RunKind kind,
            @Nullable RunStatus status,
            @Nullable String model,
            @Nullable String experiment,
            @Nullable String after) {
        private static @Nullable String given(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        Wanted wanted() {
            Cursor cursor = Cursor.read(given(after));
            Position position = cursor == null ? null : new Position(cursor.time(), cursor.id());
            return new Wanted(kind, status, given(model), given(experiment), position);
        }

        public boolean isAnything() {
            return kind != null || status != null || given(model) != null || given(experiment) != null;
        }

        /** The same list from another place on. */
        String from(String cursor) {
            UriComponentsBuilder place = UriComponentsBuilder.fromPath("/runs");
            place.queryParam("kind", Objects.requireNonNullElse(kind, ""));
            place.queryParam("status", Objects.requireNonNullElse(status, ""));
            place.queryParam("model", "{model}").queryParam("experiment", "{experiment}");
            place.queryParam("after", cursor);
            return place.encode()
                    .buildAndExpand(Objects.requireNonNullElse(model, ""), Objects.requireNonNullElse(experiment, ""))
                    .toUriString();
        }
    }

    static RunList of(Asked asked, OpenProject project) {
        Limit limit = Limit.of(null);
        List<RunRecord> runs = project.workspace().runs().page(asked.wanted(), limit.oneMore());
        Page<RunRecord> page = Page.of(runs, limit, last -> new Cursor(last.started(), last.id()).text());
        String next = page.next();
        return new RunList(
                asked,
                page.items(),
                next == null ? null : asked.from(next),
                project.workspace().models().models(),
                project.workspace().runs().experiments().stream()
                        .map(experiment -> experiment.name())
                        .limit(MOST_CHOICES)
                        .toList());
    }
}
