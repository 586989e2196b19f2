package io.plimsoll.server.security;

import io.plimsoll.access.Identity;
import io.plimsoll.access.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The way in for whoever started the server: a secret that is printed once and exchanged once. */
public final class EntryLink {
    private final Identity starter;
    private final AtomicReference<@Nullable String> secret;

    private EntryLink(@Nullable String secret, String actor) {
        this.secret = new AtomicReference<>(secret);
        this.starter = new Identity(actor, Role.ADMIN, Identity.Origin.LOCAL_LINK);
    }

    /**
     * A secret of 256 random bits.
     *
     * @param actor whoever started the server, by the name under which he acts on the command line, so that nobody approves in a browser what he
     *     has submitted there
     */
    public static EntryLink fresh(RandomGenerator random, String actor) {
        return new EntryLink(Sessions.secret(random), actor);
    }

    /** There is no such way in. */
    public static EntryLink none() {
        return new EntryLink(null, "");
    }

    /**
     * Where to go with a browser. The secret stands behind the number sign, which no browser sends, so that it is in no log.
     *
     * @param address of the server: {@code http://127.0.0.1:8080}
     */
    public Optional<String> at(String address) {
        return Optional.ofNullable(secret.get()).map(text -> address + "/enter#" + text);
    }

    /** Whoever started the server, for the first who shows the secret. */
    Optional<Identity> exchange(String shown) {
        String wanted = secret.get();
        boolean same = wanted != null && MessageDigest.isEqual(bytes(wanted), bytes(shown));
        return same && secret.compareAndSet(wanted, null) ? Optional.of(starter) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
