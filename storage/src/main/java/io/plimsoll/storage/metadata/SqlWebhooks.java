package io.plimsoll.storage.metadata;

import io.plimsoll.access.Withdrawal;
import io.plimsoll.webhook.Message;
import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.Parcel;
import io.plimsoll.webhook.SigningSecret;
import io.plimsoll.webhook.Webhook;
import io.plimsoll.webhook.WebhookRefusals;
import io.plimsoll.webhook.WebhookUrl;
import io.plimsoll.webhook.Webhooks;
import io.plimsoll.workspace.AccessDrafts;
import io.plimsoll.workspace.Telling;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Webhooks and what they have yet to be told, as rows. */
final class SqlWebhooks implements Webhooks {
    private static final int ID_BYTES = 6;

    private final Database database;
    private final Ledger ledger;
    private final SecureRandom random;

    SqlWebhooks(Database database, Ledger ledger, SecureRandom random) {
        this.database = database;
        this.ledger = ledger;
        this.random = random;
    }

    @Override
    public Added add(WebhookUrl url, Set<Occasion> on, String actor) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        SigningSecret secret = SigningSecret.draw(random);
        Webhook webhook =
                new Webhook(HexFormat.of().formatHex(id), url, new TreeSet<>(on), ledger.now(), 0, null, null);
        Added added = new Added(webhook, secret);
        return ledger.change(
                transaction -> {
                    WebhookRows.insert(transaction, webhook, secret);
                    EventRows.append(
                            transaction, AccessDrafts.added(webhook, secret.fingerprint(), actor), webhook.added());
                    return added;
                },
                transaction -> WebhookRows.find(transaction, webhook.id()).map(kept -> added));
    }

    @Override
    public List<Webhook> list() {
        return database.read(List.of(), WebhookRows::all);
    }

    @Override
    public Optional<Webhook> find(String id) {
        return Webhook.isId(id)
                ? database.read(Optional.empty(), transaction -> WebhookRows.find(transaction, id))
                : Optional.empty();
    }

    @Override
    public void remove(String id, String actor, String reason) {
        Withdrawal why = new Withdrawal(ledger.now(), actor, reason);
        if (!Webhook.isId(id)) {
            throw WebhookRefusals.unknown();
        }
        ledger.change(
                transaction -> {
                    if (!WebhookRows.remove(transaction, id, why)) {
                        throw WebhookRefusals.unknown();
                    }
                    EventRows.append(transaction, AccessDrafts.removed(id, why), why.since());
                    return id;
                },
                transaction -> WebhookRows.isRemoved(transaction, id, why) ? Optional.of(id) : Optional.empty());
    }

    @Override
    public void announce(String key, Occasion occasion, Map<String, String> facts) {
        Telling telling = new Telling(occasion, new TreeMap<>(facts));
        boolean isWanted = list().stream().anyMatch(webhook -> webhook.on().contains(occasion));
        if (isWanted) {
            database.write(transaction -> ParcelRows.tell(transaction, key, telling, ledger.now()));
        }
    }

    @Override
    public Optional<Parcel> test(String id) {
        return find(id).flatMap(webhook -> {
            Message message = Message.test("test_" + id + "_" + ledger.now().toEpochMilli(), ledger.now());
            return database.read(Optional.empty(), transaction -> WebhookRows.parcel(transaction, id, message, 1));
        });
    }

    @Override
    public Optional<Parcel> take(Duration hold) {
        return due() == 0 ? Optional.empty() : database.write(transaction -> take(transaction, hold));
    }

    private Optional<Parcel> take(Transaction transaction, Duration hold) throws SQLException {
        Instant now = ledger.now();
        Optional<ParcelRows.Waiting> next = ParcelRows.take(transaction, now, now.plus(hold));
        if (next.isEmpty()) {
            return Optional.empty();
        }
        String webhook = next.get().webhook();
        Message message = next.get().message();
        Optional<Parcel> parcel =
                WebhookRows.parcel(transaction, webhook, message, next.get().attempt());
        if (parcel.isEmpty()) {
            // written while the webhook was being removed
            ParcelRows.delete(transaction, webhook, message.id());
        }
        return parcel;
    }

    @Override
    public int due() {
        return database.read(0, transaction -> ParcelRows.due(transaction, ledger.now()));
    }

    @Override
    public void arrived(Parcel parcel) {
        database.write(transaction -> {
            WebhookRows.delivered(transaction, parcel.webhook(), ledger.now());
            return ParcelRows.delete(
                    transaction, parcel.webhook(), parcel.message().id());
        });
    }

    @Override
    public void failed(Parcel parcel, String trouble, Optional<Instant> next) {
        database.write(transaction -> {
            WebhookRows.troubled(transaction, parcel.webhook(), trouble);
            return next.isPresent()
                    ? ParcelRows.put(transaction, parcel, next.get())
                    : ParcelRows.delete(
                            transaction, parcel.webhook(), parcel.message().id());
        });
    }

    @Override
    public SortedMap<String, String> seals() {
        return database.read(new TreeMap<>(), WebhookRows::fingerprints);
    }
}
