package io.plimsoll.score;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import io.plimsoll.read.SourceFacts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of the rows that a SELECT left out, one a line, as CSV has them. */
final class LeftOut {
    private final ReadyRows ready;
    private final String query;
    private final String suffix;
    private long rows;

    /** @param suffix what follows each key on its line */
    LeftOut(ReadyRows ready, String query, String suffix) {
        this.ready = ready;
        this.suffix = suffix;
        this.query = query;
    }

    /** @return how many keys were written */
    long write(Path file, long expected) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            if (expected > 0 && ready.keySource().isPresent()) {
                keys(ready.keySource().get())
                        .scan(new Selection(List.of(), List.of(ready.layout().key())), batch -> {
                            rows += batch.rows();
                            write(batch.texts().get(0), batch.rows(), out);
                        });
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows;
    }

    private Dataset keys(SourceFacts source) {
        String key = name(ready.layout().key());
        return ready.rows()
                .sources()
                .select(
                        "SELECT s." + key + " AS " + key + " FROM " + name(source.name())
                                + " s WHERE NOT EXISTS (SELECT 1 FROM (" + query + "\n) q WHERE q." + key + " = s."
                                + key + ")",
                        ready.layout().key());
    }

    private void write(@Nullable String[] keys, int rows, BufferedWriter out) {
        try {
            for (int row = 0; row < rows; row++) {
                String key = keys[row];
                out.write(key == null ? "" : quoted(key));
                out.write(suffix + '\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
