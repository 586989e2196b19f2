package io.plimsoll.register;

import io.plimsoll.evaluate.Evaluation;
import io.plimsoll.evaluate.Judgement;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.StepOutput;
import io.plimsoll.workspace.ModelVersion;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param judgement the one that counted: the last, if the champion moved while the run registered
 * @param version the new version, or the one that the model is the same as; absent if nothing was registered
 * @param reason one sentence
 */
public record Registration(
        Evaluation evaluation,
        Judgement judgement,
        Outcome outcome,
        OutcomeCode code,
        @Nullable ModelVersion version,
        String reason)
        implements StepOutput {
    @Override
    public String summary() {
        String what = outcome == Outcome.REGISTERED ? "registered" : "not registered";
        return version == null ? what + ": " + code : what + ": " + code + " " + version.reference();
    }

    @Override
    public Object findings() {
        Map<String, Object> findings = new TreeMap<>();
        findings.put("outcome", outcome);
        findings.put("code", code);
        findings.put("reason", reason);
        if (version != null) {
            findings.put("version", version.reference());
        }
        return findings;
    }
}
