package io.plimsoll.cli.remote;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.config.Overrides;
import io.plimsoll.config.SourceFormat;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends files of this machine to a server, for runs to read there.
 *
 * @param directory to which paths are relative
 */
record ServerUploads(ServerClient client, Path directory) {
    private static final String UPLOADS = ServerDesk.API + "/uploads";

    /** What sources are to be read from there: each file is sent, and named as the server does; an upload stays what it is. */
    Map<String, String> sent(Overrides given) {
        Map<String, String> data = new LinkedHashMap<>();
        given.paths()
                .forEach((source, path) -> data.put(source, Upload.in(path).isPresent() ? path : send(source, path)));
        return data;
    }

    private String send(String source, String shown) {
        Path file = directory.resolve(shown);
        if (!Files.isRegularFile(file)) {
            throw PlimsollException.of(
                    ErrorCode.SOURCE_MISSING,
                    source + ": " + shown + " is not a file",
                    "",
                    "give the path of one file, or an upload: " + source + "=upload:SHA256");
        }
        String type = type(source, shown);
        try {
            String sha256 = Sha256.of(file);
            return client.upload(UPLOADS, file, sha256, type).text("upload");
        } catch (IOException e) {
            Fault fault = new Fault(
                    ErrorCode.SOURCE_UNREADABLE,
                    source + ": " + shown + " cannot be read",
                    "",
                    "let this user read the file");
            throw new PlimsollException(fault, e);
        }
    }

    private static String type(String source, String shown) {
        return switch (SourceFormat.ofName(shown)) {
            case CSV -> "text/csv";
            case PARQUET -> "application/vnd.apache.parquet";
            default ->
                throw PlimsollException.of(
                        ErrorCode.NOT_AT_SERVER,
                        source + ": a server takes tables in CSV and Parquet",
                        "",
                        "write the table as one of them");
        };
    }
}
