package io.plimsoll.preprocess;

import io.plimsoll.read.Sources;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;

/** Runs the SELECT that is also kept with the model, for scoring. */
public final class PreprocessStep implements Step<Sources, ModellingTable> {
    private final String query;
    private final String key;

    public PreprocessStep(String query, String key) {
        this.query = query;
        this.key = key;
    }

    @Override
    public StepName name() {
        return StepName.PREPROCESS;
    }

    @Override
    public ModellingTable run(Sources sources, RunContext run) {
        return new ModellingTable(sources.select(query, key), sources);
    }
}
