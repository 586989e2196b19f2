package io.plimsoll.cli.command;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A file that a command writes for somebody: whole or not at all, and never over another. */
record OutputFile(Path path, String shown) {
    static OutputFile of(Path asked, CommandSetting setting) {
        return new OutputFile(setting.surroundings().directory().resolve(asked).normalize(), asked.toString());
    }

    /**
     * Writes the file; one that has these bytes already stays as it is.
     *
     * @throws PlimsollException with {@code ALREADY_EXISTS} if something else is there, or {@code STORAGE}
     */
    void write(byte[] content) {
        try {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                requireSame(content);
                return;
            }
            Path staged =
                    folder().resolve(".plimsoll-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
            try {
                Files.write(staged, content, StandardOpenOption.CREATE_NEW);
                Files.move(staged, path);
            } finally {
                Files.deleteIfExists(staged);
            }
        } catch (FileAlreadyExistsException e) {
            throw taken();
        } catch (IOException e) {
            Fault fault = new Fault(
                    ErrorCode.STORAGE,
                    "the file cannot be written",
                    shown,
                    "name one with -o in a folder that is there and that this user may write to");
            throw new PlimsollException(fault, e);
        }
    }

    private Path folder() throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("a file without a folder");
        }
        return parent;
    }

    private void requireSame(byte[] content) throws IOException {
        if (!Files.isRegularFile(path)
                || Files.size(path) != content.length
                || !Arrays.equals(Files.readAllBytes(path), content)) {
            throw taken();
        }
    }

    private PlimsollException taken() {
        return PlimsollException.of(
                ErrorCode.ALREADY_EXISTS,
                "there is something else under this name already",
                shown,
                "move it away, or name another file with -o");
    }
}
