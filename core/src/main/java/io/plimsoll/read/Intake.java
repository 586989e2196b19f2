package io.plimsoll.read;

import io.plimsoll.config.CsvOptions;
import io.plimsoll.config.SourceFormat;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.Problems.Kind;
import io.plimsoll.read.SourcePaths.SourcePath;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes in the files of sources: each is read once from start to end, in constant memory, and what was read is hashed, checked and copied. So
 * what is loaded is what was hashed, whatever happens to the original afterwards.
 */
public final class Intake {
    private static final int BUFFER = 1 << 18;
    private static final Kind CHANGED =
            Kind.once("changed while it was read", "wait until it is written, or read a copy of it, and run again");

    /** Opens a file; tests change it while it is open. */
    interface Opening {
        InputStream open(Path file) throws IOException;
    }

    private final Path folder;
    private final Opening opening;
    private int taken;

    /** @param folder an empty folder for the copies, to which nobody else writes */
    public Intake(Path folder) {
        this(folder, Files::newInputStream);
    }

    Intake(Path folder, Opening opening) {
        this.folder = folder;
        this.opening = opening;
    }

    /**
     * The files of a source.
     *
     * @throws PlimsollException with {@code SOURCE_MISSING}, {@code SOURCE_UNREADABLE} or {@code SOURCE_MALFORMED}, and every fault of every
     *     file
     */
    public List<TakenFile> take(SourceSpec source) {
        List<TakenFile> files = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (SourcePath path : SourcePaths.of(source)) {
            Problems problems = new Problems(source.name(), path.shown());
            try {
                files.add(take(source, path, problems));
            } catch (IOException e) {
                faults.add(unreadable(source, path, e));
            }
            faults.addAll(problems.faults());
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return files;
    }

    private TakenFile take(SourceSpec source, SourcePath path, Problems problems) throws IOException {
        SourceFormat format = source.config().formatOf(path.fileName());
        Path copy = folder.resolve("source-" + taken++ + "." + format.name().toLowerCase(Locale.ROOT));
        BasicFileAttributes before = Files.readAttributes(path.path(), BasicFileAttributes.class);
        long bytes = 0;
        FileScan scan;
        String hash;
        try (HashBeside sha = new HashBeside();
                InputStream in = opening.open(path.path());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy), BUFFER)) {
            scan = scan(format, source, problems, out);
            byte[] buffer = new byte[BUFFER];
            for (int length = in.readNBytes(buffer, 0, BUFFER); length > 0; length = in.readNBytes(buffer, 0, BUFFER)) {
                sha.begin(buffer, length);
                bytes += length;
                scan.add(buffer, length);
                sha.await();
            }
            scan.end();
            hash = sha.hex();
        }
        BasicFileAttributes after = Files.readAttributes(path.path(), BasicFileAttributes.class);
        if (after.size() != bytes || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
            problems.add(CHANGED, 0);
        }
        return new TakenFile(
                format, copy, path.shown(), path.fileName(), scan.names(), scan.kinds(), scan.rows(), bytes, hash);
    }

    private static FileScan scan(SourceFormat format, SourceSpec source, Problems problems, OutputStream out)
            throws IOException {
        CsvOptions options = source.config().options();
        return switch (format) {
            case CSV -> {
                CsvRows rows = new CsvRows(options, problems, source.spare());
                CsvScan lines = new CsvScan(rows, options.delimiter().symbol(), out);
                yield new TextScan(options.encoding(), lines, problems);
            }
            case JSONL -> new TextScan(StandardCharsets.UTF_8, new JsonLinesScan(problems, out), problems);
            case PARQUET -> new ParquetScan(problems, out);
        };
    }

    private static Fault unreadable(SourceSpec source, SourcePath path, IOException cause) {
        return new Fault(
                ErrorCode.SOURCE_UNREADABLE,
                "source '" + source.name() + "' cannot be read or copied ("
                        + cause.getClass().getSimpleName() + ")",
                path.shown(),
                "check that you may read this file, and that the workspace has room for a copy of it");
    }
}
