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
        List<SourceSpec> rows =
                sources.stream().filter(source -> source.path() == null).toList();
        return rows.isEmpty() ? reader.read(sources) : staged(sources, rows);
    }

    /** The rows of a file in place of those of a database, of which the same is wanted. */
    private static SourceSpec expecting(SourceSpec file, SourceSpec source) {
        return new SourceSpec(file.name(), file.path(), file.config(), source.expected());
    }

    private Sources staged(List<SourceSpec> sources, List<SourceSpec> rows) {
        try {
            Files.createDirectories(folder);
            List<SourceSpec> staged = databases.stage(rows, folder);
            Sources read = reader.read(sources.stream()
                    .map(source -> source.path() == null ? expecting(staged.get(rows.indexOf(source)), source) : source)
                    .toList());
            for (SourceSpec source : staged) {
                // the engine holds all of it now
                Files.deleteIfExists(source.files());
            }
            return read;
        } catch (IOException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.STORAGE,
                            "rows of a database cannot be put into a file ("
                                    + e.getClass().getSimpleName() + ")",
                            folder.toString(),
                            "check that the disk has room and that the folder may be written to"),
                    e);
        }
    }
}
