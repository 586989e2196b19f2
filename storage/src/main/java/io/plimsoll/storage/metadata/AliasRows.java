package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.PromotedBy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Where aliases point, and every move that brought them there. */
final class AliasRows {
    private AliasRows() {}

    static OptionalInt target(Transaction transaction, String model, String alias) throws SQLException {
        Optional<Integer> version = transaction.first(
                row -> row.getInt(1), "select version from aliases where model = ? and alias = ?", model, alias);
        return version.isPresent() ? OptionalInt.of(version.get()) : OptionalInt.empty();
    }

    /** The first move first. */
    static List<AliasMove> history(Transaction transaction, String model, String alias) throws SQLException {
        return transaction.list(
                AliasRows::read,
                "select * from alias_history where model = ? and alias = ? order by sequence",
                model,
                alias);
    }

    /** Moves an alias that points where the move begins, and remembers the move. */
    static void move(Transaction transaction, AliasMove move) throws SQLException {
        if (point(transaction, move) != 1) {
            throw new SQLException("the alias no longer points where it did when this transaction looked");
        }
        List<Integer> earlier = transaction.list(
                row -> row.getInt(1),
                "select sequence from alias_history where model = ? and alias = ? order by sequence desc limit 1",
                move.model(),
                move.alias());
        transaction.update(
                "insert into alias_history (model, alias, sequence, from_version, to_version, moved_at, run_id,"
                        + " reason, actor, promoted_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                move.model(),
                move.alias(),
                earlier.isEmpty() ? 1 : earlier.get(0) + 1,
                orNull(move.from()),
                orNull(move.to()),
                move.moved().toEpochMilli(),
                move.runId(),
                move.reason(),
                move.actor(),
                move.promotedBy() == null ? null : move.promotedBy().name());
    }

    /**
     * Each statement compares and sets at once: whoever begins an alias makes its row, which only one of several can, and whoever moves or
     * ends it names the version that he takes it from.
     *
     * @return how many rows were written: 1, or 0 if the alias points elsewhere
     */
    private static int point(Transaction transaction, AliasMove move) throws SQLException {
        if (move.from().isEmpty()) {
            return transaction.update(
                    "insert into aliases (model, alias, version) values (?, ?, ?) on conflict do nothing",
                    move.model(),
                    move.alias(),
                    move.to().getAsInt());
        }
        int from = move.from().getAsInt();
        return move.to().isPresent()
                ? transaction.update(
                        "update aliases set version = ? where model = ? and alias = ? and version = ?",
                        move.to().getAsInt(),
                        move.model(),
                        move.alias(),
                        from)
                : transaction.update(
                        "delete from aliases where model = ? and alias = ? and version = ?",
                        move.model(),
                        move.alias(),
                        from);
    }

    static AliasMove read(ResultSet row) throws SQLException {
        String promotedBy = row.getString("promoted_by");
        return new AliasMove(
                row.getString("model"),
                row.getString("alias"),
                version(row, "from_version"),
                version(row, "to_version"),
                Instant.ofEpochMilli(row.getLong("moved_at")),
                row.getString("run_id"),
                row.getString("actor"),
                row.getString("reason"),
                promotedBy == null ? null : PromotedBy.valueOf(promotedBy));
    }

    private static OptionalInt version(ResultSet row, String column) throws SQLException {
        int version = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
    }

    private static @Nullable Integer orNull(OptionalInt version) {
        return version.isPresent() ? version.getAsInt() : null;
    }
}
