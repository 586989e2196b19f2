package io.plimsoll.cli.show;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepOutput;

/** What a step made, for {@code --until}. */
public final class StepText {
    private StepText() {}

    public static String of(StepName step, StepOutput output) {
        return step.label() + ": " + output.summary() + "\n" + CanonicalJson.indented(output.findings());
    }
}
