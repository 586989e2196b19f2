package io.plimsoll.storage.backup;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.SafeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code backup.json}: every file of a backup with its SHA-256.
 *
 * @param format version of this file's layout
 * @param files SHA-256 by relative path
 */
record BackupList(int format, SortedMap<String, String> files) {
    static final String NAME = "backup.json";
    private static final int FORMAT = 1;

    BackupList {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static BackupList of(SortedMap<String, String> files) {
        return new BackupList(FORMAT, files);
    }

    String json() {
        return CanonicalJson.indented(this);
    }

    /** @throws PlimsollException with {@code BACKUP_DAMAGED} if there is none, or it is not one that this version reads */
    static BackupList read(Path backup) {
        try {
            BackupList list = CanonicalJson.read(Files.readAllBytes(backup.resolve(NAME)), BackupList.class);
            if (list.format != FORMAT) {
                throw new IOException("a backup of layout " + list.format);
            }
            list.files.keySet().forEach(SafeNames::path);
            return list;
        } catch (NoSuchFileException e) {
            throw new PlimsollException(damaged(backup, "the folder holds no backup: it has no " + NAME), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new PlimsollException(damaged(backup, NAME + " is not one that this version of Plimsoll reads"), e);
        }
    }

    /** @throws PlimsollException with {@code BACKUP_DAMAGED} and every file that is missing or has changed */
    void verify(Path backup) throws IOException {
        List<Fault> faults = new ArrayList<>();
        for (String path : files.keySet()) {
            Path file = backup.resolve(path);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                faults.add(damaged(file, "a file of the backup is missing"));
            } else if (!Sha256.of(file).equals(files.get(path))) {
                faults.add(damaged(file, "a file of the backup has changed since it was made"));
            }
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
    }

    private static Fault damaged(Path place, String what) {
        return new Fault(
                ErrorCode.BACKUP_DAMAGED,
                what,
                place.toString(),
                "use another backup; nothing was restored from this one");
    }
}
