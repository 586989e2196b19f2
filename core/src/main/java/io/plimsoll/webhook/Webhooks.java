package io.plimsoll.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The webhooks of a workspace and what they have yet to be told. Adding and removing one is an event of the log, written in the same transaction; so
 * is what a webhook is told written in the transaction of what it tells of, and sent later, at least once.
 */
public interface Webhooks {
    Added add(WebhookUrl url, Set<Occasion> on, String actor);

    /** Those that were not removed, the newest first. */
    List<Webhook> list();

    Optional<Webhook> find(String id);

    /**
     * Tells a webhook nothing more, not even what it was to be told.
     *
     * @param reason why, in somebody's own words
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_WEBHOOK}
     */
    void remove(String id, String actor, String reason);

    /**
     * Tells of something that is no change of the database by itself.
     *
     * @param key of what happened: the same is told once
     * @param facts model, version, run and such, by name
     */
    void announce(String key, Occasion occasion, Map<String, String> facts);

    /** A message to see whether it arrives, ready to be sent; not among those that wait. */
    Optional<Parcel> test(String id);

    /**
     * Takes the message that has waited longest for its time to come, and lets others have it again after {@code hold}, unless it has arrived by then.
     */
    Optional<Parcel> take(Duration hold);

    /** How many messages could be taken now. */
    int due();

    void arrived(Parcel parcel);

    /**
     * @param trouble why it did not arrive
     * @param next when to try again; empty to give up
     */
    void failed(Parcel parcel, String trouble, Optional<Instant> next);

    /** By id, the SHA-256 of what a webhook signs with, as the event of its adding has it. */
    SortedMap<String, String> seals();

    /** @param secret for the receiver */
    record Added(Webhook webhook, SigningSecret secret) {}
}
