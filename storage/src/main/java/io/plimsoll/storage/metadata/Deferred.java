package io.plimsoll.storage.metadata;

import java.sql.SQLException;
import java.util.List;

/**
 * References that are not looked at while rows are brought in, so that neither the order of tables nor that of their rows matters. The tables
 * are as they were once this ends; a transaction that ends before leaves them so, too.
 */
final class Deferred {
    private static final String REFERENCES =
            "select format('alter table %s alter constraint %I', conrelid::regclass, conname)"
                    + " from pg_constraint where contype = 'f' and not condeferrable and connamespace = current_schema()::regnamespace";

    private final Transaction transaction;
    private final List<String> alterations;

    private Deferred(Transaction transaction, List<String> alterations) {
        this.transaction = transaction;
        this.alterations = alterations;
    }

    static Deferred begin(Transaction transaction, Dialect dialect) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            transaction.update("pragma defer_foreign_keys = on");
            return new Deferred(transaction, List.of());
        }
        List<String> alterations = transaction.list(row -> row.getString(1), REFERENCES);
        for (String alteration : alterations) {
            transaction.update(alteration + " deferrable initially deferred");
        }
        return new Deferred(transaction, alterations);
    }

    /** Looks at every reference; SQLite does so in the commit. */
    void end() throws SQLException {
        if (!alterations.isEmpty()) {
            transaction.update("set constraints all immediate");
        }
        for (String alteration : alterations) {
            transaction.update(alteration + " not deferrable");
        }
    }
}
