package io.plimsoll.config;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.yaml.Shown;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a project's indications. */
final class IndicationFiles {
    private static final String FOLDER = "indications";
    private static final String SUFFIX = ".yml";

    private final Path folder;

    IndicationFiles(Path projectDir) {
        this.folder = projectDir.resolve(FOLDER);
    }

    /** The name of an indication's file, relative to the project folder. */
    static String name(String indication) {
        return FOLDER + "/" + indication + SUFFIX;
    }

    /**
     * The indications of the project, sorted.
     *
     * @throws PlimsollException with {@code CONFIG_INVALID} for files that look like an indication and are not named like one
     */
    List<String> list() {
        List<String> files = files();
        List<Fault> faults = new ArrayList<>();
        for (String file : files) {
            boolean isNamed = file.endsWith(SUFFIX) && stem(file).matches(Names.INDICATION);
            if (!isNamed) {
                String help = "name it NAME.yml, with " + Names.INDICATION_SAYS;
                String what = Shown.quoted(file) + " is not a valid name for the file of an indication";
                faults.add(new Fault(ErrorCode.CONFIG_INVALID, what, FOLDER, help));
            }
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return files.stream().map(IndicationFiles::stem).toList();
    }

    /** The file of an indication. @throws PlimsollException with {@code UNKNOWN_INDICATION} */
    Path file(String indication) {
        if (indication.matches(Names.INDICATION) && Files.exists(folder.resolve(indication + SUFFIX))) {
            return folder.resolve(indication + SUFFIX);
        }
        List<String> known = files().stream()
                .filter(file -> file.endsWith(SUFFIX))
                .map(IndicationFiles::stem)
                .toList();
        String what = "there is no indication " + Shown.quoted(indication) + NearMatch.hint(indication, known);
        String help = known.isEmpty()
                ? "add one with 'plimsoll add indication NAME'"
                : "the indications of this project: " + String.join(", ", known);
        throw PlimsollException.of(ErrorCode.UNKNOWN_INDICATION, what, FOLDER, help);
    }

    private List<String> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .filter(name -> name.endsWith(SUFFIX) || name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            String help = "check the permissions of the folder";
            throw new PlimsollException(
                    new Fault(ErrorCode.CONFIG_SYNTAX, "the folder cannot be read", FOLDER, help), e);
        }
    }

    private static String stem(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }
}
