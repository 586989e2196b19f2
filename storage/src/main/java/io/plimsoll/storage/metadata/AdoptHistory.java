package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.EventDraft;
import io.plimsoll.workspace.ModelVersion;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was recorded before there was an event log over into it: every version and every move of an alias, in the order of their times.
 * Each event bears the time of what it tells of, since nothing else of that time is known.
 */
final class AdoptHistory implements JavaMigration {
    /** As the history of the schema names this migration. */
    static final String NAME = AdoptHistory.class.getName();

    /** @param order versions before the moves that point at them */
    private record Adopted(Instant time, int order, EventDraft draft) {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3");
    }

    @Override
    public String getDescription() {
        return "adopt history";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Transaction transaction = new Transaction(context.getConnection(), Dialect.of(context.getConnection()));
        List<Adopted> all = new ArrayList<>();
        for (ModelVersion version : VersionRows.list(transaction, "1 = 1")) {
            all.add(new Adopted(version.created(), 0, EventDraft.adopted(version)));
        }
        for (AliasMove move : transaction.list(AliasRows::read, "select * from alias_history order by sequence")) {
            all.add(new Adopted(move.moved(), 1, EventDraft.adopted(move)));
        }
        all.sort(Comparator.comparing(Adopted::time)
                .thenComparing(adopted -> adopted.draft().subject())
                .thenComparingInt(Adopted::order));
        for (Adopted adopted : all) {
            EventRows.append(transaction, adopted.draft(), adopted.time());
        }
    }
}
