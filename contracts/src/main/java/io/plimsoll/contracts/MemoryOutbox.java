package io.plimsoll.contracts;

import io.plimsoll.webhook.Message;
import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.SigningSecret;
import io.plimsoll.webhook.WebhookUrl;
import io.plimsoll.workspace.Telling;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Webhooks in a map, each with what it has yet to be told. */
final class MemoryOutbox {
    final SortedMap<String, Hook> hooks = new TreeMap<>();

    /** A message that waits. */
    record Waiting(Message message, int attempts, Instant next) {}

    /** One webhook as it is now. */
    static final class Hook {
        final WebhookUrl url;
        final SortedSet<Occasion> on;
        final Instant added;
        final SigningSecret secret;
        final Map<String, Waiting> waiting = new LinkedHashMap<>();

        @Nullable
        Instant delivered;

        @Nullable
        String trouble;

        Hook(WebhookUrl url, SortedSet<Occasion> on, Instant added, SigningSecret secret) {
            this.url = url;
            this.on = on;
            this.added = added;
            this.secret = secret;
        }
    }

    synchronized void tell(String key, Telling telling, Instant now) {
        hooks.forEach((webhook, hook) -> {
            if (hook.on.contains(telling.occasion())) {
                String id = "msg_" + key + "_" + telling.occasion().label() + "_" + webhook;
                Message message = Message.of(id, telling.occasion(), now, telling.facts());
                hook.waiting.putIfAbsent(id, new Waiting(message, 0, now));
            }
        });
    }
}
