package io.plimsoll.project;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the project that a command is about. */
final class ProjectFolder {
    private static final String FILE = "plimsoll.yml";
    private static final Path SAMPLE = Path.of("examples", "clinical-sites");

    private ProjectFolder() {}

    /**
     * A project folder.
     *
     * @param sample whether it is the sample project of a source checkout, chosen because there was no other
     */
    record Found(Path folder, boolean sample) {}

    /** @throws PlimsollException with {@code NO_PROJECT} */
    static Found find(Path directory, @Nullable Path asked) {
        if (asked != null) {
            Path folder = directory.resolve(asked).normalize();
            if (!Files.isRegularFile(folder.resolve(FILE))) {
                throw PlimsollException.of(
                        ErrorCode.NO_PROJECT,
                        "there is no " + FILE + " in the folder given with -p",
                        asked.toString(),
                        "give the folder of a project, or make one with `plimsoll init " + asked + "`");
            }
            return new Found(folder, false);
        }
        for (Path folder = directory; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(FILE))) {
                return new Found(folder, false);
            }
            if (Files.isRegularFile(folder.resolve(SAMPLE).resolve(FILE))) {
                return new Found(folder.resolve(SAMPLE), true);
            }
        }
        throw PlimsollException.of(
                ErrorCode.NO_PROJECT,
                "there is no " + FILE + " here or in any folder above",
                directory.toString(),
                "change to a project's folder, name it with -p DIR, or make one with `plimsoll init DIR`");
    }
}
