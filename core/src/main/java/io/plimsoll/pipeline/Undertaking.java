package io.plimsoll.pipeline;

import io.plimsoll.fault.Fault;
import io.plimsoll.workspace.RunRecord;
import java.util.List;
import java.util.Map;

/**
 * A run under its id, of whatever kind, from its start to its report.
 *
 * @param <O> what its last step makes
 * @param <R> its report
 */
interface Undertaking<O, R> {
    String id();

    /** As it begins. */
    RunRecord record();

    R succeeded(O made, List<Fault> warnings);

    R failed(List<Fault> faults, List<Fault> warnings);

    /** What was measured, by name. */
    Map<String, Double> metrics(R report);

    /** As it ends. */
    RunRecord ended(R report);

    /** What to say to whoever cancelled it. */
    String afterCancelling();
}
