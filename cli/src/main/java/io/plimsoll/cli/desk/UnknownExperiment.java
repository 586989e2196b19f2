package io.plimsoll.cli.desk;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.RunRecords.Experiment;
import java.util.List;

/** What is said of a name under which there is no run. */
public final class UnknownExperiment {
    private UnknownExperiment() {}

    /** @param known those that there are */
    public static PlimsollException of(String name, List<Experiment> known) {
        List<String> names = known.stream().map(Experiment::name).toList();
        return PlimsollException.of(
                ErrorCode.UNKNOWN_EXPERIMENT,
                "there is no experiment '" + name + "'" + NearMatch.hint(name, names),
                "",
                names.isEmpty()
                        ? "`plimsoll train INDICATION --experiment NAME` begins one"
                        : "`plimsoll experiments list` shows them");
    }
}
