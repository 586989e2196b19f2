package io.plimsoll.project.reference;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A dataset as a user names it.
 *
 * @param version a number; empty for the dataset with all of its versions
 */
public record DatasetReference(String name, String version) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    public static DatasetReference parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new DatasetReference(text, "")
                : new DatasetReference(text.substring(0, at), text.substring(at + 1));
    }

    public boolean isWholeDataset() {
        return version.isEmpty();
    }

    /** All versions, the newest first. */
    public List<DatasetVersion> all(DatasetCatalog catalog) {
        List<DatasetVersion> versions = catalog.versions(name);
        if (versions.isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.UNKNOWN_DATASET,
                    "there is no dataset '" + name + "'" + NearMatch.hint(name, catalog.names()),
                    "",
                    "`plimsoll datasets list` shows those that there are");
        }
        return versions;
    }

    /** The version that is meant; without a number, the newest. */
    public DatasetVersion one(DatasetCatalog catalog) {
        DatasetVersion newest = all(catalog).get(0);
        if (isWholeDataset()) {
            return newest;
        }
        Optional<DatasetVersion> found =
                NUMBER.matcher(version).matches() ? catalog.version(name, Integer.parseInt(version)) : Optional.empty();
        return found.orElseThrow(() -> PlimsollException.of(
                ErrorCode.UNKNOWN_DATASET,
                "there is no version '" + version + "' of dataset " + name,
                "",
                (newest.version() == 1 ? "its only version is 1" : "its versions are 1 to " + newest.version())
                        + "; `plimsoll datasets show " + name + "` lists them"));
    }
}
