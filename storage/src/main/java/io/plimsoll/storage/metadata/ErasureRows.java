package io.plimsoll.storage.metadata;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import io.plimsoll.workspace.EventDraft;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What is left of dataset versions whose rows were erased. */
final class ErasureRows {
    private ErasureRows() {}

    static Optional<Erasure> find(Transaction transaction, String name, int version) throws SQLException {
        return transaction.first(
                row -> new Erasure(
                        Instant.ofEpochMilli(row.getLong("erased_at")),
                        row.getString("actor"),
                        row.getString("reason")),
                "select erased_at, actor, reason from erasures where name = ? and version = ?",
                name,
                version);
    }

    static Erasure erase(Transaction transaction, String name, int version, Erasure erasure) throws SQLException {
        DatasetVersion dataset = transaction
                .first(
                        SqlDatasetCatalog::version,
                        "select * from dataset_versions where name = ? and version = ?",
                        name,
                        version)
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.UNKNOWN_DATASET,
                        "there is no dataset version " + name + "@" + version,
                        "",
                        "`plimsoll datasets list` shows which there are"));
        lock(transaction, dataset.sha256());
        Optional<Erasure> earlier = find(transaction, name, version);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        transaction.update(
                "insert into erasures (name, version, sha256, erased_at, actor, reason) values (?, ?, ?, ?, ?, ?)",
                name,
                version,
                dataset.sha256(),
                erasure.erased().toEpochMilli(),
                erasure.actor(),
                erasure.reason());
        EventRows.append(transaction, EventDraft.erased(dataset, erasure), erasure.erased());
        return erasure;
    }

    /** Until the end of the transaction rows of this content are neither registered nor erased by others, under any name. */
    static void lock(Transaction transaction, String sha256) throws SQLException {
        transaction.alone("content " + sha256);
    }

    /** @throws PlimsollException with {@code DATASET_ERASED} if rows of this content were erased under any name */
    static void refuse(Transaction transaction, String sha256) throws SQLException {
        Optional<String> erased = transaction.first(
                row -> row.getString("name") + "@" + row.getInt("version"),
                "select name, version from erasures where sha256 = ? order by name, version",
                sha256);
        if (erased.isPresent()) {
            throw PlimsollException.of(
                    ErrorCode.DATASET_ERASED,
                    "this table is " + erased.get()
                            + ", whose rows were erased from the workspace and may not come back",
                    "",
                    "train on a table without what had to be erased; `plimsoll datasets show " + erased.get()
                            + "` says when and why");
        }
    }
}
