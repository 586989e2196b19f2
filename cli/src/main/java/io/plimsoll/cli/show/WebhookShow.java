package io.plimsoll.cli.show;

import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.Webhook;
import io.plimsoll.webhook.Webhooks.Added;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Webhooks, for people and as JSON. Of a URL no more is shown than the host. */
public final class WebhookShow {
    private final Style style;

    public WebhookShow(Style style) {
        this.style = style;
    }

    public static Map<String, Object> data(Added added) {
        Map<String, Object> data = data(added.webhook());
        data.put("secret", added.secret().text());
        return data;
    }

    public static String added(Added added) {
        Webhook webhook = added.webhook();
        return "added the webhook " + webhook.id() + ": " + webhook.url().shown() + " is told of " + on(webhook)
                + "\n\n"
                + added.secret().text() + "\n\n"
                + "With this secret the receiver tells our messages from others; it is shown this once.\n"
                + "`plimsoll webhooks test " + webhook.id() + "` sends a message of which nothing follows.";
    }

    public static Map<String, Object> data(Webhook webhook) {
        Map<String, Object> data = new TreeMap<>();
        data.put("id", webhook.id());
        data.put("url", webhook.url().shown());
        data.put("on", webhook.on().stream().map(Occasion::label).toList());
        data.put("added", webhook.added().toString());
        data.put("waiting", webhook.waiting());
        if (webhook.delivered() != null) {
            data.put("delivered", webhook.delivered().toString());
        }
        if (webhook.trouble() != null) {
            data.put("trouble", webhook.trouble());
        }
        return data;
    }

    public String list(List<Webhook> all) {
        Table table = new Table(style, "id", "receiver", "on", "waiting", "last arrived (UTC)", "trouble");
        for (Webhook webhook : all) {
            table.row(
                    webhook.id(),
                    webhook.url().shown(),
                    on(webhook),
                    webhook.waiting(),
                    webhook.delivered() == null ? "never" : RunShow.time(webhook.delivered()),
                    webhook.trouble() == null ? "-" : webhook.trouble());
        }
        return table.isEmpty() ? "no webhooks: `plimsoll webhooks add URL --on OCCASION` adds one" : table.text();
    }

    private static String on(Webhook webhook) {
        return webhook.on().stream().map(Occasion::label).collect(Collectors.joining(", "));
    }
}
