package io.plimsoll.local.duckdb;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** CSV files in a temporary folder, and what DuckDB makes of them. */
record Csv(Path dir) {
    Sources read(String content) {
        return reader().read(List.of(source("sites", content)));
    }

    /** What {@code query} makes of a file of which it speaks as {@code sites}, in the order of its first column. */
    Dataset table(String content, String query) {
        Sources sources = read(content);
        String key = content.replaceFirst("^\ufeff", "").split("[,\n]", 2)[0];
        return sources.select(query, key);
    }

    Dataset table(String content) {
        return table(content, "SELECT * FROM sites");
    }

    SourceSpec source(String name, String content) {
        return source(name, name + ".csv", content.getBytes(StandardCharsets.UTF_8));
    }

    SourceSpec source(String name, String file, byte[] content) {
        try {
            return new SourceSpec(name, Files.write(dir.resolve(file), content), "data/" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DuckDbSourceReader reader() {
        try {
            return new DuckDbSourceReader(Files.createTempDirectory(dir, "scratch"), 2, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All values of a column in their text form. */
    static List<@Nullable String> texts(Dataset table, String column) {
        List<@Nullable String> values = new ArrayList<>();
        table.scan(
                new Selection(List.of(), List.of(column)),
                batch -> values.addAll(Arrays.asList(batch.texts().get(0)).subList(0, batch.rows())));
        return values;
    }

    static List<Double> numbers(Dataset table, String column) {
        List<Double> values = new ArrayList<>();
        table.scan(new Selection(List.of(column), List.of()), batch -> {
            for (int i = 0; i < batch.rows(); i++) {
                values.add(batch.numbers().get(0)[i]);
            }
        });
        return values;
    }

    static Fault faultOf(ThrowingCallable call) {
        return faultsOf(call).get(0);
    }

    static List<Fault> faultsOf(ThrowingCallable call) {
        return assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(call)
                .actual()
                .faults();
    }
}
