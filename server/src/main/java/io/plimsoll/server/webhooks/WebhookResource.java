package io.plimsoll.server.webhooks;

import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.Webhook;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told. A webhook never changes: it is added and removed.
 *
 * @param url the host alone, since the path often is a secret of the receiver's
 * @param on occasions as on the command line
 * @param waiting how many messages have not arrived yet
 * @param delivered when the last one arrived
 * @param trouble why the last one did not
 */
record WebhookResource(
        String id,
        String url,
        List<String> on,
        Instant added,
        int waiting,
        @Nullable Instant delivered,
        @Nullable String trouble) {
    WebhookResource {
        on = List.copyOf(on);
    }

    static WebhookResource of(Webhook webhook) {
        return new WebhookResource(
                webhook.id(),
                webhook.url().shown(),
                webhook.on().stream().map(Occasion::label).toList(),
                webhook.added(),
                webhook.waiting(),
                webhook.delivered(),
                webhook.trouble());
    }
}
