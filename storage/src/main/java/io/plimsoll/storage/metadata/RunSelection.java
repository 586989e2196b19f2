package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.RunRecords.Wanted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SELECT of the ids of wanted runs.
 *
 * @param arguments of its question marks
 */
record RunSelection(String sql, Object... arguments) {
    static RunSelection of(Wanted wanted, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        add("kind = ?", nameOf(wanted.kind()), conditions, arguments);
        add("status = ?", nameOf(wanted.status()), conditions, arguments);
        add("model = ?", wanted.model(), conditions, arguments);
        add("experiment = ?", wanted.experiment(), conditions, arguments);
        if (wanted.after() != null) {
            long started = wanted.after().started().toEpochMilli();
            conditions.add("(started_at < ? or (started_at = ? and id < ?))");
            arguments.addAll(List.of(started, started, wanted.after().id()));
        }
        arguments.add(limit);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return new RunSelection(
                "select id from runs" + where + " order by started_at desc, id desc limit ?", arguments.toArray());
    }

    private static void add(String condition, @Nullable Object value, List<String> conditions, List<Object> arguments) {
        if (value != null) {
            conditions.add(condition);
            arguments.add(value);
        }
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
