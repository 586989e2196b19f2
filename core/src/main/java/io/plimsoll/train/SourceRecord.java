package io.plimsoll.train;

import io.plimsoll.artifact.Contract;
import io.plimsoll.config.DataConfig;
import io.plimsoll.config.SourceConfig;
import io.plimsoll.data.Column;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.Sources;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a model remembers of its sources, so that its SELECT means the same over new ones.
 *
 * @param tables sorted by name, with the columns that the modelling table comes of
 * @param references Parquet files of the sources of reference, by name
 */
public record SourceRecord(List<Contract.Table> tables, SortedMap<String, byte[]> references) {
    private static final int MOST_BYTES = 64 << 20;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    static SourceRecord of(DataConfig data, ModellingTable table) {
        SortedMap<String, byte[]> references = new TreeMap<>();
        List<Contract.Table> tables =
                tables(data, table.rows().columns(), table.sources().facts());
        tables.stream()
                .filter(Contract.Table::reference)
                .forEach(of -> references.put(of.name(), snapshot(table.sources(), of.name())));
        return new SourceRecord(tables, references);
    }

    /** What of the sources goes into a model's contract, of all that is known of them. */
    public static List<Contract.Table> tables(DataConfig data, List<Column> modelling, List<SourceFacts> sources) {
        Set<String> made = modelling.stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String query = data.query().toLowerCase(Locale.ROOT);
        made.addAll(WORD.matcher(query).results().map(found -> found.group()).toList());
        return sources.stream()
                .sorted(Comparator.comparing(SourceFacts::name))
                .map(facts -> new Contract.Table(facts.name(), used(facts, made, query), isReference(data, facts)))
                .toList();
    }

    List<String> names() {
        return tables.stream().map(Contract.Table::name).toList();
    }

    /** A name that is no word can only stand in quotes in the query. */
    private static List<Column> used(SourceFacts facts, Set<String> words, String query) {
        return facts.columns().stream()
                .filter(column -> words.contains(column.name().toLowerCase(Locale.ROOT))
                        || query.contains('"' + column.name().toLowerCase(Locale.ROOT) + '"'))
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    private static boolean isReference(DataConfig data, SourceFacts facts) {
        SourceConfig source = data.sources().get(facts.name());
        return source != null && source.reference();
    }

    private static byte[] snapshot(Sources sources, String name) {
        byte[] rows = sources.snapshot(name);
        if (rows.length > MOST_BYTES) {
            throw PlimsollException.of(
                    ErrorCode.DATA_INVALID,
                    "source '" + name + "' is too large to be kept with the model: " + (rows.length >> 20)
                            + " MiB as Parquet, where " + (MOST_BYTES >> 20) + " are allowed",
                    "data.sources." + name,
                    "let it hold what the query needs only, or take reference: true away and join it to the rows to score");
        }
        return rows;
    }
}
