package io.plimsoll.server.pages.endpoints;

import io.plimsoll.endpoint.Parameter;
import io.plimsoll.fault.Fault;
import io.plimsoll.server.fault.Problem.Mistake;
import io.plimsoll.server.security.FormFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form by which a run is submitted, as it is filled in.
 *
 * @param key names the submission, so that sending the form twice makes one run
 * @param values of parameters, by name
 * @param mistakes what is wrong, by the field beside which it is told
 * @param others what is wrong and belongs to no field
 */
record SubmitForm(
        String key,
        String experiment,
        boolean reuse,
        Map<String, String> values,
        Map<String, String> mistakes,
        List<Mistake> others) {
    static final String EXPERIMENT = "experiment";

    private static final String SET = "set.";

    /** As nobody has touched it yet. */
    static SubmitForm fresh(String key) {
        return new SubmitForm(key, "", true, Map.of(), Map.of(), List.of());
    }

    static SubmitForm of(FormFields fields) {
        Map<String, String> values = new TreeMap<>();
        fields.fields().forEach((name, value) -> {
            if (name.startsWith(SET) && !value.isBlank()) {
                values.put(name.substring(SET.length()), value.strip());
            }
        });
        return new SubmitForm(
                fields.get("key"),
                fields.get(EXPERIMENT),
                !fields.get("reuse").equals("no"),
                values,
                Map.of(),
                List.of());
    }

    /** Those that say something else than what is usual. */
    Map<String, String> given(List<Parameter> parameters) {
        Map<String, String> given = new LinkedHashMap<>(values);
        parameters.forEach(parameter -> {
            if (parameter.usual() != null) {
                given.remove(parameter.name(), parameter.usual());
            }
        });
        return given;
    }

    /** The same with what is wrong beside the fields. */
    SubmitForm with(List<Fault> faults, List<Mistake> told, List<Parameter> parameters) {
        Map<String, String> beside = new TreeMap<>();
        List<Mistake> others = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            String what = faults.get(i).what();
            Mistake mistake = told.get(i);
            parameters.stream()
                    .map(Parameter::name)
                    .filter(name -> what.startsWith(name + " "))
                    .findFirst()
                    .ifPresentOrElse(name -> beside.put(name, mistake.detail()), () -> others.add(mistake));
        }
        return new SubmitForm(key, experiment, reuse, values, beside, others);
    }

    SubmitForm withExperiment(String mistake) {
        return new SubmitForm(key, experiment, reuse, values, Map.of(EXPERIMENT, mistake), List.of());
    }
}
