package io.plimsoll.cli.command;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody asks about. */
record InputFile(Path path, String shown) {
    /**
     * Hash of its bytes.
     *
     * @throws PlimsollException with {@code SOURCE_MISSING} or {@code SOURCE_UNREADABLE}
     */
    String sha256() {
        if (Files.notExists(path)) {
            throw PlimsollException.of(
                    ErrorCode.SOURCE_MISSING, "there is no such file", shown, "give the path of a file");
        }
        if (!Files.isRegularFile(path)) {
            throw PlimsollException.of(ErrorCode.SOURCE_UNREADABLE, "this is not a file", shown, "give one file");
        }
        try {
            return Sha256.of(path);
        } catch (IOException e) {
            Fault fault = new Fault(
                    ErrorCode.SOURCE_UNREADABLE, "the file cannot be read", shown, "let this user read the file");
            throw new PlimsollException(fault, e);
        }
    }
}
