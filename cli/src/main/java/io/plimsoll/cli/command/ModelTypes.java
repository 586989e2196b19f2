package io.plimsoll.cli.command;

import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model types of an indication a command is about. */
final class ModelTypes {
    @Parameters(
            index = "0",
            paramLabel = "INDICATION",
            description = "the name of a file in indications/, without .yml")
    private String indication = "";

    @Parameters(
            index = "1..*",
            paramLabel = "MODEL_TYPE",
            arity = "0..*",
            description = "which model types; default: default_model of the indication")
    private List<String> named = new ArrayList<>();

    @Option(names = "--all", description = "every model type of the indication")
    private boolean all;

    /** The indication as its file says. */
    IndicationConfig config(OpenProject project) {
        return project.indication(indication, Overrides.none());
    }

    List<String> of(IndicationConfig config) {
        return chosen(config, named, all);
    }

    /** Whether all were asked for, however many that is. */
    boolean all() {
        return all;
    }

    /** Those that were named, each once; all of them; or the default, where none was named. */
    static List<String> chosen(IndicationConfig config, List<String> named, boolean all) {
        if (all && !named.isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.USAGE, "--all and model types were both given", "", "give one of the two");
        }
        if (all) {
            return List.copyOf(config.models().keySet());
        }
        List<String> asked = named.isEmpty() ? List.of(config.defaultModel()) : named;
        asked.forEach(config::model);
        return List.copyOf(new LinkedHashSet<>(asked));
    }
}
