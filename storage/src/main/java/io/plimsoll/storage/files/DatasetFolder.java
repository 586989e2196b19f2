package io.plimsoll.storage.files;

import io.plimsoll.canonical.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A dataset's folder: its file, its profile, and a sum for each. Datasets of earlier versions have no profile, or rather neither it nor its sum.
 */
final class DatasetFolder {
    static final String DATA = "data.parquet";
    private static final String PROFILE = "profile.json";
    private static final String SUM = ".sha256";

    private DatasetFolder() {}

    static void fill(Path folder, Path file, byte[] profile) throws IOException {
        String sum = DurableFiles.copy(file, folder.resolve(DATA));
        DurableFiles.write(folder.resolve(DATA + SUM), sumLine(DATA, sum));
        DurableFiles.write(folder.resolve(PROFILE), profile);
        DurableFiles.write(folder.resolve(PROFILE + SUM), sumLine(PROFILE, Sha256.of(profile)));
    }

    /** The line that was stored for the dataset's file. */
    static byte[] storedSum(Path address) {
        if (!Files.isRegularFile(address.resolve(DATA), LinkOption.NOFOLLOW_LINKS)) {
            throw FileFaults.damaged("the file of this dataset is missing", address);
        }
        try {
            return Files.readAllBytes(address.resolve(DATA + SUM));
        } catch (NoSuchFileException e) {
            throw FileFaults.damaged("the sum of this dataset's file is missing", address);
        } catch (IOException e) {
            throw FileFaults.reading(e, address);
        }
    }

    /** The line for the dataset's file, as {@code sha256sum --check} reads it. */
    static byte[] sumLine(String sum) {
        return sumLine(DATA, sum);
    }

    static boolean isIntact(Path address) {
        try {
            byte[] sum = sumLine(Sha256.of(address.resolve(DATA)));
            return Arrays.equals(sum, Files.readAllBytes(address.resolve(DATA + SUM)));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw FileFaults.reading(e, address);
        }
    }

    static Optional<byte[]> profile(Path address) {
        Optional<byte[]> profile = bytes(address, PROFILE);
        Optional<byte[]> sum = bytes(address, PROFILE + SUM);
        byte[] expected =
                profile.map(content -> sumLine(PROFILE, Sha256.of(content))).orElse(new byte[0]);
        if (!Arrays.equals(expected, sum.orElse(new byte[0]))) {
            throw FileFaults.damaged("the profile of this dataset has changed since it was stored", address);
        }
        return profile;
    }

    private static Optional<byte[]> bytes(Path address, String name) {
        Path file = address.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw FileFaults.reading(e, address);
        }
    }

    private static byte[] sumLine(String file, String sum) {
        return (sum + "  " + file + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
