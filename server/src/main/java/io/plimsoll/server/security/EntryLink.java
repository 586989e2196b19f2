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
    private static final Identity OWNER = new Identity("owner", Role.ADMIN, Identity.Origin.LOCAL_LINK);

    private final AtomicReference<@Nullable String> secret;

    private EntryLink(@Nullable String secret) {
        this.secret = new AtomicReference<>(secret);
    }

    /** A secret of 256 random bits. */
    public static EntryLink fresh(RandomGenerator random) {
        return new EntryLink(Sessions.secret(random));
    }

    /** There is no such way in. */
    public static EntryLink none() {
        return new EntryLink(null);
    }

    /**
     * Where to go with a browser. The secret stands behind the number sign, which no browser sends, so that it is in no log.
     *
     * @param address of the server: {@code http://127.0.0.1:8080}
     */
    public Optional<String> at(String address) {
        return Optional.ofNullable(secret.get()).map(text -> address + "/enter#" + text);
    }

    /** The owner, for the first who shows the secret. */
    Optional<Identity> exchange(String shown) {
        String wanted = secret.get();
        boolean same = wanted != null && MessageDigest.isEqual(bytes(wanted), bytes(shown));
        return same && secret.compareAndSet(wanted, null) ? Optional.of(OWNER) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
