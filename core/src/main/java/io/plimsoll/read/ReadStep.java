package io.plimsoll.read;

import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import java.util.List;

/** Loads the sources of a run. */
public final class ReadStep implements Step<List<SourceSpec>, Sources> {
    private final SourceReader reader;

    public ReadStep(SourceReader reader) {
        this.reader = reader;
    }

    @Override
    public StepName name() {
        return StepName.READ;
    }

    @Override
    public Sources run(List<SourceSpec> sources, RunContext run) {
        return run.closeAtEnd(reader.read(sources));
    }
}
