package io.plimsoll.storage.files;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Upload;
import io.plimsoll.workspace.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Tables that people have sent: a folder for each, with one file that is named after the hash of its bytes. */
record FileUploads(Addresses addresses, Publication publication) implements Uploads {
    @Override
    public void put(Upload upload, Path file) {
        publication.put(
                addresses.upload(upload.sha256()),
                file.toFile().length(),
                folder -> DurableFiles.copy(file, folder.resolve(upload.fileName())));
        file(upload.sha256());
    }

    @Override
    public Path file(String sha256) {
        Path address = addresses.upload(sha256);
        try {
            Removal.keep(address);
            Path file = found(address, sha256);
            if (!Sha256.of(file).equals(sha256)) {
                throw FileFaults.damaged("the file of this upload has changed since it was stored", address);
            }
            return file;
        } catch (IOException e) {
            throw FileFaults.reading(e, address);
        }
    }

    private static Path found(Path address, String sha256) {
        return Upload.ENDINGS.stream()
                .map(ending -> address.resolve(new Upload(sha256, ending).fileName()))
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.SOURCE_MISSING,
                        "there is no such upload",
                        "upload:" + sha256,
                        "send the table again: what no run waits for is removed after a day"));
    }
}
