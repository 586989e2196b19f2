package io.plimsoll.webhook;

/**
 * A message on its way.
 *
 * @param webhook id of the webhook that it is for
 * @param attempt how often it is tried with this time: 1, 2, …
 */
public record Parcel(String webhook, WebhookUrl url, SigningSecret secret, Message message, int attempt) {}
