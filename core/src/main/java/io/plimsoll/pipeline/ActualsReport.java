package io.plimsoll.pipeline;

import io.plimsoll.actuals.Actuals;
import io.plimsoll.actuals.LineFinding;
import io.plimsoll.actuals.LineFinding.Side;
import io.plimsoll.actuals.LiveVersion;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a model's predictions turned out to be, as {@code actuals --json} prints it and the workspace keeps it. It holds no row.
 *
 * @param made when, in UTC
 * @param run the scoring run with which it is kept: the latest one of which a prediction counted
 * @param files with what really happened
 * @param rows of the files
 * @param unpredicted rows with a known target that no run has scored
 * @param metrics the model type's metric, then the others that are reported
 * @param versions that scored, the highest first
 * @param champion absent where no version is champion
 * @param line what use says of each rule of the guardrail as it is now; empty without a champion
 * @param notes on how figures came about
 * @param warnings rules that the champion does not keep
 */
public record ActualsReport(
        String indication,
        String modelType,
        String model,
        String made,
        String run,
        List<SourceFile> files,
        Actuals.Counted rows,
        long unpredicted,
        List<String> metrics,
        List<LiveVersion> versions,
        @Nullable Integer champion,
        List<LineFinding> line,
        List<String> notes,
        List<Fault> warnings) {
    /** Its name among the files of the scoring run. */
    public static final String FILE = "actuals.json";

    public ActualsReport {
        files = List.copyOf(files);
        metrics = List.copyOf(metrics);
        versions = List.copyOf(versions);
        line = List.copyOf(line);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }

    /** The exit code of a command that ends with it: 3 where the champion has crossed a line with its whole interval. */
    public int exit() {
        return line.stream().anyMatch(finding -> finding.side() == Side.CROSSED) ? 3 : 0;
    }

    /** Reads what the workspace keeps as {@link #FILE}. */
    public static ActualsReport read(byte[] json) {
        try {
            return CanonicalJson.read(json, ActualsReport.class);
        } catch (IOException e) {
            Fault fault = new Fault(
                    ErrorCode.WORKSPACE_INCOMPATIBLE,
                    "a report on actuals is not one that this version of Plimsoll reads",
                    "",
                    "read it with the version that wrote it");
            throw new PlimsollException(fault, e);
        }
    }
}
