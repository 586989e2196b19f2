package io.plimsoll.contracts;

import io.plimsoll.access.Withdrawal;
import io.plimsoll.contracts.MemoryOutbox.Hook;
import io.plimsoll.contracts.MemoryOutbox.Waiting;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Webhooks as long as this object lasts. */
final class MemoryWebhooks implements Webhooks {
    private final SecureRandom random = new SecureRandom();
    private final MemoryOutbox outbox;
    private final MemoryEventLog log;

    MemoryWebhooks(MemoryOutbox outbox, MemoryEventLog log) {
        this.outbox = outbox;
        this.log = log;
    }

    @Override
    public Added add(WebhookUrl url, Set<Occasion> on, String actor) {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        synchronized (outbox) {
            Hook hook = new Hook(url, new TreeSet<>(on), log.now(), SigningSecret.draw(random));
            outbox.hooks.put(id, hook);
            Webhook webhook = shown(id, hook);
            log.append(AccessDrafts.added(webhook, hook.secret.fingerprint(), actor), hook.added);
            return new Added(webhook, hook.secret);
        }
    }

    private static Webhook shown(String id, Hook hook) {
        return new Webhook(id, hook.url, hook.on, hook.added, hook.waiting.size(), hook.delivered, hook.trouble);
    }

    @Override
    public List<Webhook> list() {
        synchronized (outbox) {
            return outbox.hooks.entrySet().stream()
                    .map(entry -> shown(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparing(Webhook::added).reversed().thenComparing(Webhook::id))
                    .toList();
        }
    }

    @Override
    public Optional<Webhook> find(String id) {
        return list().stream().filter(webhook -> webhook.id().equals(id)).findFirst();
    }

    @Override
    public void remove(String id, String actor, String reason) {
        Withdrawal why = new Withdrawal(log.now(), actor, reason);
        synchronized (outbox) {
            if (outbox.hooks.remove(id) == null) {
                throw WebhookRefusals.unknown();
            }
            log.append(AccessDrafts.removed(id, why), why.since());
        }
    }

    @Override
    public void announce(String key, Occasion occasion, Map<String, String> facts) {
        outbox.tell(key, new Telling(occasion, new TreeMap<>(facts)), log.now());
    }

    @Override
    public Optional<Parcel> test(String id) {
        synchronized (outbox) {
            Message message = Message.test("test_" + id + "_" + log.now().toEpochMilli(), log.now());
            return Optional.ofNullable(outbox.hooks.get(id))
                    .map(hook -> new Parcel(id, hook.url, hook.secret, message, 1));
        }
    }

    /** A message that waits, with its webhook. */
    private record Place(String id, Hook hook, Waiting waiting) {}

    private Stream<Place> due(Instant now) {
        return outbox.hooks.entrySet().stream()
                .flatMap(entry -> entry.getValue().waiting.values().stream()
                        .map(waiting -> new Place(entry.getKey(), entry.getValue(), waiting)))
                .filter(place -> !place.waiting().next().isAfter(now))
                .sorted(Comparator.comparing((Place place) -> place.waiting().next())
                        .thenComparing(place -> place.waiting().message().id()));
    }

    @Override
    public Optional<Parcel> take(Duration hold) {
        synchronized (outbox) {
            Instant now = log.now();
            return due(now).findFirst().map(place -> {
                Message message = place.waiting().message();
                int attempt = place.waiting().attempts() + 1;
                place.hook().waiting.put(message.id(), new Waiting(message, attempt, now.plus(hold)));
                return new Parcel(place.id(), place.hook().url, place.hook().secret, message, attempt);
            });
        }
    }

    @Override
    public int due() {
        synchronized (outbox) {
            return (int) due(log.now()).count();
        }
    }

    @Override
    public void arrived(Parcel parcel) {
        synchronized (outbox) {
            Hook hook = outbox.hooks.get(parcel.webhook());
            if (hook != null) {
                hook.waiting.remove(parcel.message().id());
                hook.delivered = log.now();
                hook.trouble = null;
            }
        }
    }

    @Override
    public void failed(Parcel parcel, String trouble, Optional<Instant> next) {
        synchronized (outbox) {
            Hook hook = outbox.hooks.get(parcel.webhook());
            if (hook != null) {
                hook.trouble = trouble;
                hook.waiting.remove(parcel.message().id());
                next.ifPresent(time ->
                        hook.waiting.put(parcel.message().id(), new Waiting(parcel.message(), parcel.attempt(), time)));
            }
        }
    }

    @Override
    public SortedMap<String, String> seals() {
        synchronized (outbox) {
            SortedMap<String, String> seals = new TreeMap<>();
            outbox.hooks.forEach((id, hook) -> seals.put(id, hook.secret.fingerprint()));
            return seals;
        }
    }
}
