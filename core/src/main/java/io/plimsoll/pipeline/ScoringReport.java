package io.plimsoll.pipeline;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.score.Delivered.OutputFile;
import io.plimsoll.score.InputCount;
import io.plimsoll.step.RunStatus;
import io.plimsoll.validate.Drift;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scoring run came to, as {@code score --json} prints it and {@code runs show} finds it again.
 *
 * @param modelSha256 address of the model's files
 * @param sources the files that were read, with the hash of each
 * @param rows that were scored; absent unless the run succeeded
 * @param leftOut rows that the SELECT left out; absent unless the run succeeded
 * @param inputs how often each input was not as in training
 * @param drift from the rows that the model was trained on; absent unless the run succeeded
 * @param outputs the files that were written, with the hash of each
 * @param reason one sentence on how it ended
 * @param seconds wall time
 */
public record ScoringReport(
        String run,
        String indication,
        String modelType,
        RunStatus status,
        String model,
        int version,
        String modelSha256,
        List<SourceFile> sources,
        @Nullable Long rows,
        @Nullable Long leftOut,
        List<InputCount> inputs,
        @Nullable Drift drift,
        List<OutputFile> outputs,
        String reason,
        List<Fault> errors,
        List<Fault> warnings,
        double seconds) {
    public ScoringReport {
        sources = List.copyOf(sources);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** The exit code of a command that ends with this run. */
    public int exit() {
        return errors.isEmpty() ? 0 : errors.get(0).code().exit();
    }

    public String json() {
        return CanonicalJson.text(this);
    }

    /** Reads what {@link #json()} wrote. */
    public static ScoringReport read(String json) {
        try {
            return CanonicalJson.read(json, ScoringReport.class);
        } catch (IOException e) {
            Fault fault = new Fault(
                    ErrorCode.WORKSPACE_INCOMPATIBLE,
                    "a run's report is not one that this version of Plimsoll reads",
                    "",
                    "read it with the version that wrote it");
            throw new PlimsollException(fault, e);
        }
    }
}
