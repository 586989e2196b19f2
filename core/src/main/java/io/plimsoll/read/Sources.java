package io.plimsoll.read;

import io.plimsoll.data.Dataset;
import io.plimsoll.step.StepOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
