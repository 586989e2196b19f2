package io.plimsoll.read;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files of a source. */
final class SourcePaths {
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");

    /**
     * One file.
     *
     * @param shown its path for messages
     */
    record SourcePath(Path path, String shown) {
        String fileName() {
            return Objects.requireNonNull(path.getFileName(), "a file has a name")
                    .toString();
        }
    }

    private SourcePaths() {}

    /**
     * The file that a source names, or every regular file that its pattern matches, in the order of their paths. A file of exactly that name
     * goes before a pattern.
     *
     * @throws PlimsollException with {@code SOURCE_MISSING} or {@code SOURCE_UNREADABLE}
     */
    static List<SourcePath> of(SourceSpec source) {
        Path path = source.files();
        if (Files.isRegularFile(path)) {
            return List.of(new SourcePath(path, source.shown()));
        }
        if (Files.exists(path)) {
            throw fault(
                    source, ErrorCode.SOURCE_UNREADABLE, "is not a file", "give the path of one file, or a pattern");
        }
        if (!WILD.matcher(source.shown()).find()) {
            throw fault(
                    source,
                    ErrorCode.SOURCE_MISSING,
                    "does not exist",
                    "give the path of a file, or --data " + source.name() + "=PATH");
        }
        List<SourcePath> files = matching(source);
        if (files.isEmpty()) {
            throw fault(
                    source,
                    ErrorCode.SOURCE_MISSING,
                    "has no file: none matches the pattern",
                    "mend the pattern, or give the path of a file");
        }
        return files;
    }

    private static List<SourcePath> matching(SourceSpec source) {
        Path pattern = source.files().toAbsolutePath();
        Path folder = Objects.requireNonNull(pattern.getParent(), "an absolute path has a parent");
        while (WILD.matcher(folder.toString()).find() && !Files.isDirectory(folder)) {
            folder = Objects.requireNonNull(folder.getParent(), "the root is a folder");
        }
        Path base = folder;
        PathMatcher matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + base.relativize(pattern).toString().replace('\\', '/'));
        int depth =
                pattern.toString().contains("**") ? Integer.MAX_VALUE : pattern.getNameCount() - base.getNameCount();
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        List<SourcePath> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(base, depth)) {
            paths.filter(path -> matcher.matches(base.relativize(path)) && Files.isRegularFile(path))
                    .sorted()
                    .forEach(path -> found.add(new SourcePath(path, shown(source, path))));
        } catch (IOException | UncheckedIOException e) {
            throw fault(
                    source,
                    ErrorCode.SOURCE_UNREADABLE,
                    "has a folder that cannot be listed (" + e.getClass().getSimpleName() + ")",
                    "check that you may read every folder that the pattern goes through");
        }
        return found;
    }

    /** As the user would have written it: relative where the pattern is. */
    private static String shown(SourceSpec source, Path file) {
        Path written = Path.of(source.shown());
        if (written.isAbsolute()) {
            return file.toString();
        }
        Path pattern = source.files().toAbsolutePath();
        Path folder = pattern.getRoot()
                .resolve(pattern.subpath(
                        0,
                        Math.max(1, pattern.getNameCount() - written.normalize().getNameCount())));
        return folder.relativize(file).toString();
    }

    private static PlimsollException fault(SourceSpec source, ErrorCode code, String what, String help) {
        return PlimsollException.of(code, "source '" + source.name() + "' " + what, source.shown(), help);
    }
}
