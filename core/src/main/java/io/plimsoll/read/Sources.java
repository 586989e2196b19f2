package io.plimsoll.read;

import io.plimsoll.data.Dataset;
import io.plimsoll.step.StepOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sources that an engine has loaded and can query. */
public interface Sources extends StepOutput, AutoCloseable {
    List<SourceFacts> facts();

    /**
     * Runs a SELECT over the sources. From the first call on, nothing outside the sources can be reached by SQL.
     *
     * @param key the column whose order becomes the order of rows
     * @throws io.plimsoll.fault.PlimsollException with {@code QUERY_INVALID}
     */
    Dataset select(String query, String key);

    /**
     * What a SELECT does beyond looking at one row of each of its sources at a time, in words: {@code "an aggregate"}. Empty if it does nothing of the kind.
     *
     * @param reference sources across whose rows it may look
     */
    Optional<String> acrossRows(String query, Set<String> reference);

    /** All rows of a source as a Parquet file: the same bytes for the same rows, in whatever order they were read. */
    byte[] snapshot(String source);

    @Override
    default String summary() {
        long rows = facts().stream().mapToLong(SourceFacts::rows).sum();
        int sources = facts().size();
        return String.format(Locale.ROOT, "%,d rows from %d source%s", rows, sources, sources == 1 ? "" : "s");
    }

    @Override
    default Object findings() {
        return Map.of("sources", facts());
    }

    @Override
    void close();
}
