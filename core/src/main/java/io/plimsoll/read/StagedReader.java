package io.plimsoll.read;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads rows of databases as it reads files: they are put into files first, and go through the same checks. */
public final class StagedReader implements SourceReader {
    private final SourceReader reader;
    private final Databases databases;
    private final Path folder;

    /** @param folder where files may be put; need not exist */
    public StagedReader(SourceReader reader, Databases databases, Path folder) {
        this.reader = reader;
        this.databases = databases;
        this.folder = folder;
    }

    @Override
    public Sources read(List<SourceSpec> sources) {
        List<SourceSpec> files = inFiles(sources);
        Sources read = reader.read(files);
        for (int i = 0; i < files.size(); i++) {
            if (sources.get(i).path() == null) {
                // the engine holds all of it now
                discard(files.get(i).files());
            }
        }
        return read;
    }

    /** The rows of a file in place of those of a database, of which the same is wanted. */
    private static SourceSpec expecting(SourceSpec file, SourceSpec source) {
        return new SourceSpec(file.name(), file.path(), file.config(), source.expected());
    }

    @Override
    public List<SourceSpec> inFiles(List<SourceSpec> sources) {
        List<SourceSpec> rows =
                sources.stream().filter(source -> source.path() == null).toList();
        if (rows.isEmpty()) {
            return sources;
        }
        List<SourceSpec> staged = stage(rows);
        return sources.stream()
                .map(source -> source.path() == null ? expecting(staged.get(rows.indexOf(source)), source) : source)
                .toList();
    }

    private void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private List<SourceSpec> stage(List<SourceSpec> rows) {
        try {
            Files.createDirectories(folder);
            return databases.stage(rows, folder);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private PlimsollException failure(IOException cause) {
        return new PlimsollException(
                new Fault(
                        ErrorCode.STORAGE,
                        "rows of a database cannot be put into a file ("
                                + cause.getClass().getSimpleName() + ")",
                        folder.toString(),
                        "check that the disk has room and that the folder may be written to"),
                cause);
    }
}
