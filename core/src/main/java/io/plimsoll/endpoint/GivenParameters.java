package io.plimsoll.endpoint;

import io.plimsoll.config.Overrides;
import io.plimsoll.config.ProtectedKeys;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.yaml.Shown;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what a submission gives against the parameters of a specification. */
final class GivenParameters {
    private final Specification specification;
    private final List<Fault> faults = new ArrayList<>();

    GivenParameters(Specification specification) {
        this.specification = specification;
    }

    void check(Overrides given) {
        given.settings().forEach(this::checkSetting);
        given.paths().forEach(this::checkPath);
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
    }

    private void checkSetting(String name, String value) {
        if (isProtected(name, value)) {
            return;
        }
        Optional<Parameter> parameter = named(name, false);
        if (parameter.isPresent()) {
            checkValue(parameter.get(), value);
        } else {
            unknown(name, names(false));
        }
    }

    private boolean isProtected(String name, String value) {
        try {
            Optional<String> touched = ProtectedKeys.touchedBy(specification.modelType(), name, value);
            touched.ifPresent(key -> faults.add(new Fault(
                    ErrorCode.PROTECTED_SETTING,
                    key + " decides what a model must prove, and no submission may change it",
                    specification.model(),
                    "change it in the config file, where the change can be reviewed, and publish that")));
            return touched.isPresent();
        } catch (PlimsollException e) {
            faults.addAll(e.faults());
            return true;
        }
    }

    private void checkPath(String name, String path) {
        Optional<Parameter> parameter = named(name, true);
        if (parameter.isPresent()) {
            checkValue(parameter.get(), path);
            return;
        }
        List<String> sources = names(true);
        faults.add(new Fault(
                ErrorCode.UNKNOWN_PARAMETER,
                Shown.quoted(name) + " is not a source of " + specification.model() + NearMatch.hint(name, sources),
                "",
                "one of: " + String.join(", ", sources)));
    }

    private void checkValue(Parameter parameter, String value) {
        parameter
                .misfit(value)
                .ifPresent(sentence -> faults.add(new Fault(
                        ErrorCode.PARAMETER_INVALID,
                        parameter.name() + " " + sentence,
                        specification.model(),
                        parameter.description())));
    }

    private void unknown(String name, List<String> known) {
        String below = "." + name;
        List<String> meant = known.stream().filter(one -> one.endsWith(below)).toList();
        String hint = meant.size() == 1 ? " (did you mean '" + meant.get(0) + "'?)" : NearMatch.hint(name, known);
        faults.add(new Fault(
                ErrorCode.UNKNOWN_PARAMETER,
                Shown.quoted(name) + " is not a parameter of " + specification.model() + hint,
                "",
                "its parameters: " + String.join(", ", known)));
    }

    private Optional<Parameter> named(String name, boolean isPath) {
        return parameters(isPath).stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private List<String> names(boolean isPath) {
        return parameters(isPath).stream().map(Parameter::name).toList();
    }

    private List<Parameter> parameters(boolean isPath) {
        return specification.parameters().stream()
                .filter(parameter -> (parameter.type() == ParameterType.PATH) == isPath)
                .toList();
    }
}
