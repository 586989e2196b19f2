package io.plimsoll.cli.command;

import io.plimsoll.config.IndicationConfig;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.LinkedHashSet;
import java.util.List;

/** Which model types of an indication a command is about. */
final class ModelTypes {
    private ModelTypes() {}

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
