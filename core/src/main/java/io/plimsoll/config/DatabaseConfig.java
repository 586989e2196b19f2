package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.DefaultsTo;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Named;
import io.plimsoll.config.bind.Range;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database that sources may be read from. There is no address as one text, so that no option can be slipped in.
 *
 * @param schema where tables are looked for; null: where the server looks
 * @param tls null: see {@link #encryption()}
 * @param timeout most seconds that one statement may run
 */
@Description("A PostgreSQL database that sources may be read from")
public record DatabaseConfig(
        @Description("The name or IPv4 address of its server")
        @Named(pattern = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?", says = "letters, digits, '.' and '-'")
        String host,

        @Description("The port of its server") @Default("5432") @Range(min = 1, max = 65_535)
        int port,

        @Description("The name of the database")
        @Named(pattern = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}", says = "letters, digits, '_', '.' and '-', at most 63")
        String database,

        @Description("Who reads; best a role that may only read")
        @Named(
                pattern = "[A-Za-z0-9_][A-Za-z0-9_.@-]{0,62}",
                says = "letters, digits, '_', '.', '@' and '-', at most 63")
        String user,

        @Description("The password, as ${NAME} of an environment variable; default: none") @Nullable
        Secret password,

        @Description("The schema in which tables are looked for; default: the server's search path")
        @Named(pattern = Names.TABLE, says = Names.TABLE_SAYS)
        @Nullable
        String schema,

        @Description("How the connection is encrypted")
        @DefaultsTo("disable for localhost, verify_full for every other host")
        @Nullable
        Tls tls,

        @Description("Most seconds that one statement may run") @Default("600") @Range(min = 1, max = 86_400)
        int timeout) {
    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    /** How a connection is encrypted. */
    public enum Tls {
        /** Not at all. */
        DISABLE,
        /** Encrypted, with whoever answers. */
        REQUIRE,
        /** Encrypted, with a server whose certificate Java trusts and bears its name. */
        VERIFY_FULL
    }

    /** As said; else none on this machine, where nobody listens, and verified elsewhere. */
    public Tls encryption() {
        if (tls != null) {
            return tls;
        }
        return OF_THIS_MACHINE.contains(host) ? Tls.DISABLE : Tls.VERIFY_FULL;
    }
}
