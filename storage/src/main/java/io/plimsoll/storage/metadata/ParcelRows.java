package io.plimsoll.storage.metadata;

import io.plimsoll.webhook.Message;
import io.plimsoll.webhook.Parcel;
import io.plimsoll.workspace.Telling;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What webhooks have yet to be told, as rows. */
final class ParcelRows {
    private ParcelRows() {}

    /** A message that waits, and its place. */
    record Waiting(String webhook, Message message, int attempt) {}

    /**
     * Keeps what is told for every webhook that wants to know, in the transaction of what it tells of.
     *
     * @param key of what happened: the same is told once
     * @return how many are told
     */
    static int tell(Transaction transaction, String key, Telling telling, Instant now) throws SQLException {
        int told = 0;
        for (String webhook : WebhookRows.wanting(transaction, telling.occasion())) {
            String id = "msg_" + key + "_" + telling.occasion().label() + "_" + webhook;
            Message message = Message.of(id, telling.occasion(), now, telling.facts());
            told += transaction.update(
                    "insert into webhook_parcels (webhook_id, message_id, body, next_at) values (?, ?, ?, ?)"
                            + " on conflict (webhook_id, message_id) do nothing",
                    webhook,
                    id,
                    message.body(),
                    now.toEpochMilli());
        }
        return told;
    }

    static int due(Transaction transaction, Instant now) throws SQLException {
        return transaction
                .first(
                        row -> row.getInt(1),
                        "select count(*) from webhook_parcels where next_at <= ?",
                        now.toEpochMilli())
                .orElse(0);
    }

    /** @param held until when nobody else takes it */
    static Optional<Waiting> take(Transaction transaction, Instant now, Instant held) throws SQLException {
        Optional<Waiting> next = transaction.first(
                row -> new Waiting(
                        row.getString("webhook_id"),
                        new Message(row.getString("message_id"), row.getString("body")),
                        row.getInt("attempts") + 1),
                "select * from webhook_parcels where next_at <= ? order by next_at, message_id limit 1"
                        + transaction.forUpdateSkipLocked(),
                now.toEpochMilli());
        if (next.isPresent()) {
            transaction.update(
                    "update webhook_parcels set attempts = attempts + 1, next_at = ?"
                            + " where webhook_id = ? and message_id = ?",
                    held.toEpochMilli(),
                    next.get().webhook(),
                    next.get().message().id());
        }
        return next;
    }

    static int put(Transaction transaction, Parcel parcel, Instant next) throws SQLException {
        return transaction.update(
                "update webhook_parcels set next_at = ? where webhook_id = ? and message_id = ?",
                next.toEpochMilli(),
                parcel.webhook(),
                parcel.message().id());
    }

    static int delete(Transaction transaction, String webhook, String message) throws SQLException {
        return transaction.update(
                "delete from webhook_parcels where webhook_id = ? and message_id = ?", webhook, message);
    }
}
