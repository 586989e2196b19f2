package io.plimsoll.local.duckdb;

import io.plimsoll.config.SourceConfig;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table for comparison, whoever read it.
 *
 * @param cells of each column, as {@link Spelling#cells} writes them; null where missing
 */
record PlainTable(List<Column> columns, List<List<@Nullable String>> cells) {
    /** What a file of texts is as a table. */
    static PlainTable of(List<String> names, List<List<@Nullable String>> rows, SourceConfig config) throws Refused {
        checkNames(names);
        if (rows.isEmpty() || !names.containsAll(config.types().keySet())) {
            throw new Refused("no rows, or a type for no column");
        }
        Spelling spelling = new Spelling(config.options().decimal().symbol());
        List<Column> columns = new ArrayList<>();
        List<List<@Nullable String>> cells = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<@Nullable String> texts = new ArrayList<>();
            for (List<@Nullable String> row : rows) {
                texts.add(row.get(i));
            }
            ColumnType declared = config.types().get(names.get(i));
            ColumnType type = declared == null ? spelling.narrowest(texts) : declared;
            if (!spelling.allAre(type, texts)) {
                throw new Refused("a value that is not of its declared type");
            }
            columns.add(new Column(names.get(i), type));
            cells.add(spelling.cells(texts, type));
        }
        return new PlainTable(columns, cells);
    }

    private static void checkNames(Collection<String> names) throws Refused {
        Collection<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank() || !seen.add(name.strip().toLowerCase(Locale.ROOT))) {
                throw new Refused("a name that is blank, or like another");
            }
        }
    }

    /** What the engine holds. */
    static PlainTable of(Dataset loaded) {
        List<List<@Nullable String>> cells = new ArrayList<>();
        for (Column column : loaded.columns()) {
            boolean number = column.type() == ColumnType.NUMBER;
            List<@Nullable String> values = new ArrayList<>();
            List<String> numbers = number ? List.of(column.name()) : List.of();
            loaded.scan(new Selection(numbers, List.of(column.name())), batch -> {
                List<@Nullable String> texts =
                        Arrays.asList(batch.texts().get(0)).subList(0, batch.rows());
                for (int i = 0; i < batch.rows(); i++) {
                    String text = texts.get(i);
                    values.add(
                            text != null && number
                                    ? Double.toString(batch.numbers().get(0)[i])
                                    : text);
                }
            });
            cells.add(values);
        }
        return new PlainTable(loaded.columns(), cells);
    }

    /** Objects as rows of the same columns. */
    static List<List<@Nullable String>> rows(List<Map<String, @Nullable String>> objects, Collection<String> names) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Map<String, @Nullable String> object : objects) {
            List<@Nullable String> row = new ArrayList<>();
            names.forEach(name -> row.add(object.get(name)));
            rows.add(row);
        }
        return rows;
    }
}
