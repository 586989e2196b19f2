package io.plimsoll.project;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An indication file that was just written.
 *
 * @param modelTypes in the order of the file
 */
public record NewIndication(Path file, List<String> modelTypes) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final String SOURCE = "sites";

    /**
     * Reads a CSV file and writes a config for it, never over an existing one.
     *
     * @throws PlimsollException with {@code USAGE}, {@code ALREADY_EXISTS}, or what is wrong with the file
     */
    public static NewIndication write(OpenProject project, String name, Path csv) {
        if (!NAME.matcher(name).matches()) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "an indication's name has lower-case letters, digits, '.', '_' and '-', at most 64",
                    "NAME",
                    "write for example hematology");
        }
        try (TemporaryFolder scratch = TemporaryFolder.create();
                Sources sources = project.engine()
                        .reader(scratch.path(), project.limits())
                        .read(List.of(new SourceSpec(SOURCE, csv, csv.toString())))) {
            Draft draft = Draft.of(sources.select("SELECT * FROM " + SOURCE, ""));
            Path file = project.folder().resolve("indications").resolve(name + ".yml");
            save(file, new DraftText(draft).yaml(name, SOURCE, relative(project.folder(), csv)));
            return new NewIndication(
                    file, draft.targets().stream().map(Draft.Target::modelType).toList());
        }
    }

    private static String relative(Path folder, Path csv) {
        Path absolute = csv.toAbsolutePath().normalize();
        Path from = folder.toAbsolutePath().normalize();
        return absolute.getRoot().equals(from.getRoot())
                ? from.relativize(absolute).toString().replace('\\', '/')
                : absolute.toString();
    }

    private static void save(Path file, String yaml) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, yaml, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.ALREADY_EXISTS,
                            "there is an indication of this name already",
                            file.getFileName().toString(),
                            "choose another name, or delete the file first"),
                    e);
        } catch (IOException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.STORAGE,
                            "the indication cannot be written (" + e.getClass().getSimpleName() + ")",
                            file.toString(),
                            "check that the project folder is writable"),
                    e);
        }
    }
}
