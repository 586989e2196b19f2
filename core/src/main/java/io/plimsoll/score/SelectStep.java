package io.plimsoll.score;

import io.plimsoll.artifact.Contract;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.Sources;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import java.util.Set;

/** Runs the SELECT that was kept with a model over new rows, one at a time. */
public final class SelectStep implements Step<Sources, NewRows> {
    private final Contract contract;
    private final Set<String> reference;

    public SelectStep(Contract contract, ScoredSources sources) {
        this.contract = contract;
        this.reference = sources.reference();
    }

    @Override
    public StepName name() {
        return StepName.PREPROCESS;
    }

    /** @throws PlimsollException with {@code QUERY_ACROSS_ROWS}, or {@code QUERY_INVALID} where it cannot be run over these rows */
    @Override
    public NewRows run(Sources sources, RunContext run) {
        sources.acrossRows(contract.query(), reference).ifPresent(what -> {
            throw PlimsollException.of(
                    ErrorCode.QUERY_ACROSS_ROWS,
                    "the model's SELECT has " + what
                            + " over rows to score, so that a score would depend on which other rows are in the file",
                    "model " + contract.model(),
                    "put what is counted or ranked into a source of its own, mark it reference: true, and train again");
        });
        return new NewRows(
                sources.select(contract.query(), contract.training().roles().key()), sources, reference);
    }
}
