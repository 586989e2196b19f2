package io.plimsoll.storage.postgresql;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.read.SourceSpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A column of a result, and how its values stand in a file. */
final class PostgresColumn {
    private static final Set<String> AS_WRITTEN =
            Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "text", "varchar", "name", "uuid", "citext");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?)?");

    private enum Form {
        AS_WRITTEN,
        /** With blanks behind it that only fill it up. */
        PADDED,
        BOOLEAN,
        /** A date or a timestamp, which can be infinite or of a year that no file's can be. */
        TIME
    }

    private final int index;
    private final String name;
    private final Form form;
    private long misfits;

    private PostgresColumn(int index, String name, Form form) {
        this.index = index;
        this.name = name;
        this.form = form;
    }

    /**
     * Empty for a type that no column of a source may have.
     *
     * @param index from 1
     * @param type as the server calls it
     * @param sqlType of {@link Types}; an enumeration is text
     */
    static Optional<PostgresColumn> of(int index, String name, String type, int sqlType) {
        return form(type, sqlType).map(form -> new PostgresColumn(index, name, form));
    }

    private static Optional<Form> form(String type, int sqlType) {
        return switch (type) {
            case "bool" -> Optional.of(Form.BOOLEAN);
            case "bpchar" -> Optional.of(Form.PADDED);
            case "date", "timestamp" -> Optional.of(Form.TIME);
            case "serial", "smallserial", "bigserial" -> Optional.of(Form.AS_WRITTEN);
            default ->
                AS_WRITTEN.contains(type) || sqlType == Types.VARCHAR ? Optional.of(Form.AS_WRITTEN) : Optional.empty();
        };
    }

    String name() {
        return name;
    }

    /** The value in the present row as it stands in files; null if there is none. */
    @Nullable
    String text(ResultSet rows) throws SQLException {
        String text = rows.getString(index);
        if (text == null) {
            return null;
        }
        return switch (form) {
            case AS_WRITTEN -> text;
            case PADDED -> text.stripTrailing();
            case BOOLEAN -> Boolean.toString(rows.getBoolean(index));
            case TIME -> {
                misfits += TIME.matcher(text).matches() ? 0 : 1;
                yield text;
            }
        };
    }

    /** What is wrong with values so far. */
    Optional<Fault> fault(SourceSpec source) {
        if (misfits == 0) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                ErrorCode.SOURCE_MALFORMED,
                "source '" + source.name() + "' has a column '" + name + "' with " + misfits
                        + (misfits == 1 ? " time that is" : " times that are")
                        + " infinite or not of the years 1 to 9999",
                source.config().shown(),
                "make them NULL in a query, or leave these rows out"));
    }
}
