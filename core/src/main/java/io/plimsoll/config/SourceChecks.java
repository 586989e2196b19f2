package io.plimsoll.config;

import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;
import java.util.Optional;

/** Options say how CSV is written, and nothing of other formats. */
final class SourceChecks implements Check {
    @Override
    public void check(Parts parts, Faults faults) {
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
