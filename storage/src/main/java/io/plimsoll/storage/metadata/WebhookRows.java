package io.plimsoll.storage.metadata;

import io.plimsoll.access.Withdrawal;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.webhook.Message;
import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.Parcel;
import io.plimsoll.webhook.SigningSecret;
import io.plimsoll.webhook.Webhook;
import io.plimsoll.webhook.WebhookUrl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Webhooks, as rows. Those that were removed are there for the record alone. */
final class WebhookRows {
    private static final String WEBHOOKS =
            "select w.*, (select count(*) from webhook_parcels p where p.webhook_id = w.id)"
                    + " as waiting from webhooks w where w.removed_at is null";

    private WebhookRows() {}

    static void insert(Transaction transaction, Webhook webhook, SigningSecret secret) throws SQLException {
        transaction.update(
                "insert into webhooks (id, url, occasions, secret, added_at) values (?, ?, ?, ?, ?)",
                webhook.id(),
                webhook.url().uri().toString(),
                Webhook.words(webhook.on()),
                secret.text(),
                webhook.added().toEpochMilli());
    }

    static List<Webhook> all(Transaction transaction) throws SQLException {
        return transaction.list(WebhookRows::webhook, WEBHOOKS + " order by w.added_at desc, w.id");
    }

    static Optional<Webhook> find(Transaction transaction, String id) throws SQLException {
        return transaction.first(WebhookRows::webhook, WEBHOOKS + " and w.id = ?", id);
    }

    /** The ids of those that are told of an occasion. */
    static List<String> wanting(Transaction transaction, Occasion occasion) throws SQLException {
        return all(transaction).stream()
                .filter(webhook -> webhook.on().contains(occasion))
                .map(Webhook::id)
                .toList();
    }

    /** @return whether it was there */
    static boolean remove(Transaction transaction, String id, Withdrawal why) throws SQLException {
        int removed = transaction.update(
                "update webhooks set removed_at = ?, removed_by = ?, removed_reason = ?, secret = ''"
                        + " where id = ? and removed_at is null",
                why.since().toEpochMilli(),
                why.actor(),
                why.reason(),
                id);
        transaction.update("delete from webhook_parcels where webhook_id = ?", id);
        return removed == 1;
    }

    static boolean isRemoved(Transaction transaction, String id, Withdrawal why) throws SQLException {
        return transaction.exists(
                "select 1 from webhooks where id = ? and removed_at = ?",
                id,
                why.since().toEpochMilli());
    }

    /** A message for a webhook, if that is still there. */
    static Optional<Parcel> parcel(Transaction transaction, String id, Message message, int attempt)
            throws SQLException {
        return transaction.first(
                row -> new Parcel(
                        id,
                        WebhookUrl.of(row.getString("url")),
                        SigningSecret.read(row.getString("secret")),
                        message,
                        attempt),
                "select url, secret from webhooks where id = ? and removed_at is null",
                id);
    }

    static void delivered(Transaction transaction, String id, Instant now) throws SQLException {
        transaction.update("update webhooks set delivered_at = ?, trouble = null where id = ?", now.toEpochMilli(), id);
    }

    static void troubled(Transaction transaction, String id, String trouble) throws SQLException {
        transaction.update("update webhooks set trouble = ? where id = ?", trouble, id);
    }

    static SortedMap<String, String> fingerprints(Transaction transaction) throws SQLException {
        SortedMap<String, String> all = new TreeMap<>();
        transaction.forEach(
                row -> all.put(row.getString(1), Sha256.of(row.getString(2))),
                "select id, secret from webhooks where removed_at is null");
        return all;
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getString("id"),
                WebhookUrl.of(row.getString("url")),
                Webhook.occasions(row.getString("occasions")),
                Instant.ofEpochMilli(row.getLong("added_at")),
                row.getInt("waiting"),
                TokenRows.instant(row, "delivered_at"),
                row.getString("trouble"));
    }
}
