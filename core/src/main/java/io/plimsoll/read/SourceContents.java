package io.plimsoll.read;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies in the files of sources, as far as that can be told without looking into it. */
public final class SourceContents {
    private static final long UNCOUNTED = -1;

    private SourceContents() {}

    /**
     * The files of a source, hashed, their rows not counted; empty where they cannot all be read. Why not is for {@link SourceReader#read} to say, together
     * with whatever else is wrong.
     */
    public static Optional<List<SourceFile>> of(SourceSpec source) {
        try {
            List<SourceFile> files = new ArrayList<>();
            for (SourcePaths.SourcePath file : SourcePaths.of(source)) {
                files.add(new SourceFile(
                        source.name(), file.fileName(), UNCOUNTED, Files.size(file.path()), Sha256.of(file.path())));
            }
            return Optional.of(files);
        } catch (PlimsollException | IOException e) {
            return Optional.empty();
        }
    }
}
