package io.plimsoll.storage.backup;

import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.backup.WorkspaceBackup.Copied;
import io.plimsoll.storage.files.DurableFiles;
import io.plimsoll.storage.files.FileFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Brings a whole workspace elsewhere: into a folder, or into a folder for its files and a server for all else. It is there when all of it is
 * there and has been compared, and not before.
 */
public final class WorkspaceCopy {
    private final String database;
    private final Source source;

    /** Where a workspace comes from. */
    private interface Source {
        SortedMap<String, String> into(Path folder) throws IOException;
    }

    /** Where the rows of a workspace go, if not into a file. */
    public interface Server {
        /**
         * @param scratch a file that may be made and removed again
         * @throws PlimsollException with {@code ALREADY_EXISTS} if anything is there already
         */
        void requireNew(Path scratch);

        /** Takes in all rows of a SQLite file, whole or not at all. */
        void fill(Path file);
    }

    private WorkspaceCopy(String database, Source source) {
        this.database = database;
        this.source = source;
    }

    /**
     * Of a workspace in which others may work meanwhile.
     *
     * @param database name of the database's file
     * @param copyDatabase copies the database into a new file, as it is at one moment
     */
    public static WorkspaceCopy of(String database, Path workspace, Consumer<Path> copyDatabase) {
        return new WorkspaceCopy(
                database, folder -> new WorkspaceBackup(database).take(workspace, copyDatabase, folder));
    }

    /** Of a backup, every file of which is held against the backup's list. */
    public static WorkspaceCopy ofBackup(String database, Path backup) {
        return new WorkspaceCopy(database, folder -> new WorkspaceBackup(database).bring(backup, folder));
    }

    /**
     * @param check looks at the database's file before anybody else sees it, and throws if it is not good
     * @param target not there yet, or empty
     */
    public Copied intoFolder(Path target, Consumer<Path> check) {
        return Placing.in(target, partial -> {
            Set<String> files = source.into(partial).keySet();
            check.accept(partial.resolve(database));
            return files;
        });
    }

    /**
     * @param target for the files: not there yet, or empty
     * @param check looks at a file with all rows before the server gets them
     */
    public Copied intoServer(Path target, Server server, Consumer<Path> check) {
        Placing.requireFree(target);
        try (Scratch scratch = Scratch.make(Placing.beside(target, "rows"))) {
            server.requireNew(scratch.file("new.db"));
            Copied copied = Placing.in(target, partial -> {
                Set<String> files = new TreeSet<>(source.into(partial).keySet());
                DurableFiles.move(partial.resolve(database), scratch.file(database));
                check.accept(scratch.file(database));
                files.remove(database);
                return files;
            });
            fill(server, scratch, target);
            return copied;
        } catch (IOException e) {
            throw FileFaults.writing(e, target, 0);
        }
    }

    /** Files that nobody refers to are taken away again, unless the server may have taken the rows after all. */
    private void fill(Server server, Scratch scratch, Path target) {
        try {
            server.fill(scratch.file(database));
        } catch (RuntimeException e) {
            try {
                server.requireNew(scratch.file("new.db"));
                Placing.clear(target, e);
            } catch (PlimsollException doubt) {
                e.addSuppressed(doubt);
            }
            throw e;
        }
    }

    /** A folder that is gone in the end. */
    private record Scratch(Path folder) implements AutoCloseable {
        static Scratch make(Path folder) throws IOException {
            Placing.clear(folder);
            DurableFiles.createFolders(folder);
            return new Scratch(folder);
        }

        Path file(String name) {
            return folder.resolve(name);
        }

        @Override
        public void close() throws IOException {
            Placing.clear(folder);
        }
    }
}
