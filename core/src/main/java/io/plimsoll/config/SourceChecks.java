package io.plimsoll.config;

import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A source is files or rows of a database. Options say how CSV is written, and nothing of other formats. */
final class SourceChecks implements Check {
    private static final Set<String> KEYS = Set.of("path", "database", "table", "query", "format", "types", "options");
    private static final List<String> ORIGINS = List.of("path", "table", "query");

    @Override
    public void check(Parts parts, Faults faults) {
        checkOrigin(parts, faults);
        if (parts.node().has("database")) {
            checkRows(parts, faults);
        } else {
            checkFiles(parts, faults);
        }
    }

    private static void checkOrigin(Parts parts, Faults faults) {
        List<String> written = ORIGINS.stream().filter(parts.node()::has).toList();
        boolean isMisspelt = !KEYS.containsAll(parts.node().entries().keySet());
        if (written.isEmpty() && !isMisspelt) {
            faults.add(
                    parts.node(), "says not where its rows are", "give a path, or a database with a table or a query");
        } else if (written.size() > 1) {
            faults.add(
                    parts.at(written.get(1)),
                    "a source has one of " + String.join(", ", ORIGINS) + ", and this has "
                            + String.join(" and ", written),
                    "take away all but one");
        }
        boolean isOfDatabase = written.contains("table") || written.contains("query");
        if (isOfDatabase && !parts.node().has("database")) {
            faults.add(
                    parts.at(written.contains("table") ? "table" : "query"),
                    "is of a database, and none is named",
                    "add 'database: …', a name under databases in plimsoll.yml");
        } else if (written.equals(List.of("path")) && parts.node().has("database")) {
            faults.add(parts.at("path"), "a database has no files", "name a table, or take database away");
        }
    }

    private static void checkRows(Parts parts, Faults faults) {
        boolean hasOptions = parts.get("options", CsvOptions.class)
                .filter(said -> !said.equals(CsvOptions.USUAL))
                .isPresent();
        for (String key : List.of("format", "options")) {
            if (key.equals("format") ? parts.node().has(key) : hasOptions) {
                faults.add(parts.at(key), "is for files, and this source is of a database", "take it away");
            }
        }
        String query = parts.get("query", String.class).orElse("").strip();
        if (query.replaceFirst(";$", "").contains(";")) {
            faults.add(
                    parts.at("query"),
                    "must be one SELECT, and holds a ';'",
                    "take the ';' away; in a text write chr(59)");
        }
    }

    private static void checkFiles(Parts parts, Faults faults) {
        String path = parts.get("path", String.class).orElse("");
        SourceFormat format = parts.get("format", SourceFormat.class).orElseGet(() -> SourceFormat.ofName(path));
        Optional<CsvOptions> options = parts.get("options", CsvOptions.class);
        if (format != SourceFormat.CSV
                && options.filter(said -> !said.equals(CsvOptions.USUAL)).isPresent()) {
            faults.add(
                    parts.at("options"),
                    "options are for CSV files, and this source is " + format.title(),
                    "take them away, or set format: csv");
        }
        options.filter(said -> said.decimal().symbol() == said.delimiter().symbol())
                .ifPresent(said -> faults.add(
                        parts.at("options"),
                        "a comma stands between fields and before decimals",
                        "set delimiter: semicolon, or decimal: point"));
    }
}
