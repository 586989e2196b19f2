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
 * @param folds number of folds that would judge in turn; absent if rows would be kept back
 * @param holdoutRows rows that would judge: those kept back, or all labelled ones under folds
 * @param versions of the model that are registered; 0 if it would be the first
 * @param champion version that a model would face; absent if it would face none
 * @param advice where the split is too small for the guardrail; absent if it is not
 * @param warnings what is worth knowing of its data, and would end nothing
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
        @Nullable Integer folds,
        long holdoutRows,
        long holdoutGroups,
        int versions,
        @Nullable String champion,
        List<String> rules,
        @Nullable String advice,
        List<Fault> warnings,
        List<Fault> faults) {
    public Forecast {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
        faults = List.copyOf(faults);
    }
}
