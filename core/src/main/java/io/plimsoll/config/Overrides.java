package io.plimsoll.config;

import io.plimsoll.config.yaml.Shown;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command line changes in an indication.
 *
 * @param settings values in YAML by dotted key: {@code models.ACTIVATION.settings.trees} → {@code 300}
 * @param paths of sources by name
 */
public record Overrides(Map<String, String> settings, Map<String, String> paths) {
    static final String SET = "--set";
    static final String DATA = "--data";

    public Overrides {
        settings = Ordered.copyOf(settings);
        paths = Ordered.copyOf(paths);
    }

    public static Overrides none() {
        return new Overrides(Map.of(), Map.of());
    }

    /**
     * Reads arguments of the form {@code KEY=VALUE} and {@code NAME=PATH}.
     *
     * @throws PlimsollException with {@code USAGE} for each argument without a key or a value, and for each key given twice
     */
    public static Overrides parse(List<String> settings, List<String> paths) {
        List<Fault> faults = new ArrayList<>();
        Overrides overrides =
                new Overrides(pairs(SET, "KEY=VALUE", settings, faults), pairs(DATA, "NAME=PATH", paths, faults));
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return overrides;
    }

    private static Map<String, String> pairs(String option, String form, List<String> arguments, List<Fault> faults) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String key = equals < 0 ? "" : argument.substring(0, equals).strip();
            if (key.isEmpty() || argument.substring(equals + 1).isBlank()) {
                String what = option + " " + Shown.quoted(argument) + " is not of the form " + form;
                faults.add(new Fault(ErrorCode.USAGE, what, "", "write " + option + " " + form));
            } else if (pairs.putIfAbsent(key, argument.substring(equals + 1).strip()) != null) {
                String what = option + " gives " + Shown.quoted(key) + " twice";
                faults.add(new Fault(ErrorCode.USAGE, what, "", "give it once"));
            }
        }
        return pairs;
    }
}
