package io.plimsoll.storage.files;

import io.plimsoll.canonical.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A dataset's folder: its file, and the sum of the file's bytes. */
final class DatasetFolder {
    static final String DATA = "data.parquet";
    static final String DATA_SUM = DATA + ".sha256";

    private DatasetFolder() {}

    static byte[] storedSum(Path address) {
        if (!Files.isRegularFile(address.resolve(DATA), LinkOption.NOFOLLOW_LINKS)) {
            throw FileFaults.damaged("the file of this dataset is missing", address);
        }
        try {
            return Files.readAllBytes(address.resolve(DATA_SUM));
        } catch (NoSuchFileException e) {
            throw FileFaults.damaged("the sum of this dataset's file is missing", address);
        } catch (IOException e) {
            throw FileFaults.reading(e, address);
        }
    }

    /** As {@code sha256sum --check} reads it. */
    static byte[] sumLine(String sum) {
        return (sum + "  " + DATA + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static boolean isIntact(Path address) {
        try {
            byte[] sum = sumLine(Sha256.of(address.resolve(DATA)));
            return Arrays.equals(sum, Files.readAllBytes(address.resolve(DATA_SUM)));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw FileFaults.reading(e, address);
        }
    }
}
