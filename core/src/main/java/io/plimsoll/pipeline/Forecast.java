package io.plimsoll.pipeline;

import io.plimsoll.data.Column;
import io.plimsoll.fault.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do, without doing it.
 *
 * @param rows of the modelling table; 0 if it could not be made
 * @param labelled rows that would train and judge
 * @param holdoutRows labelled rows that would be kept back
 * @param versions of the model that are registered; 0 if it would be the first
 * @param champion version that a model would face; absent if it would face none
 * @param faults why the run would fail; empty if it would not
 */
public record Forecast(
        String indication,
        String modelType,
        String model,
        long rows,
        List<Column> columns,
        long labelled,
        long groups,
        long holdoutRows,
        long holdoutGroups,
        int versions,
        @Nullable String champion,
        List<String> rules,
        List<Fault> faults) {
    public Forecast {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
        faults = List.copyOf(faults);
    }
}
