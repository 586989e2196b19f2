package io.plimsoll.project.reference;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model as a user names it.
 *
 * @param version a number or an alias; empty for the model with all of its versions
 */
public record ModelReference(String model, String version) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    public static ModelReference parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new ModelReference(text, "")
                : new ModelReference(text.substring(0, at), text.substring(at + 1));
    }

    public boolean isWholeModel() {
        return version.isEmpty();
    }

    /** The version that is meant; without one, the champion. */
    public ModelVersion one(ModelRegistry registry) {
        List<ModelVersion> all = all(registry);
        String wanted = isWholeModel() ? ModelVersion.CHAMPION : version;
        Optional<ModelVersion> found = NUMBER.matcher(wanted).matches()
                ? registry.version(model, Integer.parseInt(wanted))
                : registry.alias(model, wanted);
        return found.orElseThrow(() -> PlimsollException.of(
                ErrorCode.UNKNOWN_MODEL,
                "there is no version or alias '" + wanted + "' of " + model,
                "",
                "its versions are 1 to " + all.get(0).version() + "; `plimsoll models show " + model + "` lists them"));
    }

    /** The model's name, where a command is about the model and no version of it may be named. */
    public String whole() {
        if (!isWholeModel()) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "this concerns the model, not one version of it",
                    model + "@" + version,
                    "name the model alone: " + model);
        }
        return model;
    }

    /** The same of a model that there is. */
    public String whole(ModelRegistry registry) {
        whole();
        all(registry);
        return model;
    }

    /** All versions, the newest first. */
    public List<ModelVersion> all(ModelRegistry registry) {
        List<ModelVersion> versions = registry.versions(model);
        if (versions.isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.UNKNOWN_MODEL,
                    "there is no model '" + model + "'" + NearMatch.hint(model, registry.models()),
                    "",
                    "`plimsoll models list` shows what is registered");
        }
        return versions;
    }
}
