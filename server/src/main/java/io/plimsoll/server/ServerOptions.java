package io.plimsoll.server;

import io.plimsoll.config.MemorySize;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.work.Opening;
import io.plimsoll.server.oidc.OidcSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the server is to be started.
 *
 * @param host address to listen at
 * @param port 0 for any that is free
 * @param lanes how many runs it carries out at a time; 0 to leave that to workers
 * @param lease how long after its last sign of life others may take its runs
 * @param largestUpload bytes
 * @param names by which clients may call it, beside its address
 * @param publicUrl where browsers reach it, without a path; absent where that is its address
 * @param signIn by which identity provider people sign in; absent for none
 */
record ServerOptions(
        Opening opening,
        String host,
        int port,
        int lanes,
        Duration lease,
        long largestUpload,
        List<String> names,
        @Nullable PublicUrl publicUrl,
        @Nullable SignInOptions signIn) {
    private static final Set<String> VALUED = Set.of(
            "--project",
            "--workspace",
            "--profile",
            "--host",
            "--port",
            "--lanes",
            "--lease",
            "--largest-upload",
            "--allow-host",
            "--public-url");
    private static final Map<String, String> SHORT = Map.of("-p", "--project", "-w", "--workspace");
    private static final Set<String> FLAGS = Set.of("--debug", "--json");
    private static final String NAME = "--allow-host";
    private static final int MOST_PORT = 65_535;
    private static final int MOST_LANES = 64;
    private static final int SHORTEST_LEASE = 3;
    private static final int LONGEST_LEASE = 3_600;

    static final String USAGE = """
            Usage: plimsoll serve [OPTIONS]
            Serve the project over HTTP, and carry its queued runs out. Ctrl-C or SIGTERM hands the runs back that are going on.
                  --host=ADDRESS      where to listen; default 127.0.0.1. Elsewhere only once a token or a user can sign in
                  --port=N            default 8080; 0 for any that is free
                  --lanes=N           how many runs at a time; default 1, 0 to leave them to `plimsoll worker`
                  --lease=SECONDS     how long after its last sign of life others may take its runs; default 30
                  --largest-upload=SIZE  of a table that is sent, such as 512MiB; default 1GiB
                  --allow-host=NAME   a name by which clients call the server, such as plimsoll.example.org; may be repeated
                  --public-url=URL    where browsers reach it, such as https://plimsoll.example.org; default: its address
                  --oidc-issuer=URL   the identity provider that people sign in by, exactly as it writes itself
                  --oidc-client-id=ID as what it knows this server
                  --oidc-claim=NAME   what people are called by: sub, email or preferred_username; default sub
                  --oidc-secret-file=FILE
                                      where the client's secret stands, if not in the variable PLIMSOLL_OIDC_SECRET
              -p, --project=DIR       the project folder; default: the nearest folder upwards with a plimsoll.yml
              -w, --workspace=DIR     where results live; default: workspace in plimsoll.yml
                  --profile=NAME      one of the profiles in plimsoll.yml
            """;

    ServerOptions {
        names = List.copyOf(names);
        if (signIn != null) {
            requireSafe(host, publicUrl);
        }
    }

    /** Whom the identity provider sends back comes to this machine, or by https. */
    private static void requireSafe(String host, @Nullable PublicUrl publicUrl) {
        if (publicUrl == null && !address(host).isLoopbackAddress()) {
            throw misuse(
                    "where others reach the server and sign in by --oidc-issuer, --public-url says by which address");
        }
        if (publicUrl != null && !OidcSettings.isSafe(publicUrl.text())) {
            throw misuse("people sign in by --oidc-issuer where --public-url begins with https://, or on this machine");
        }
    }

    static boolean asksForHelp(String... arguments) {
        return List.of(arguments).contains("--help") || List.of(arguments).contains("-h");
    }

    /** @throws PlimsollException with {@code USAGE} */
    static ServerOptions parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        List<String> names = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        left.removeFirstOccurrence("serve");
        while (!left.isEmpty()) {
            String word = left.pop();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String option = equals < 0 ? SHORT.getOrDefault(word, word) : word.substring(0, equals);
            if (VALUED.contains(option) || SignInOptions.NAMES.contains(option)) {
                String value = equals < 0 ? next(option, left) : word.substring(equals + 1);
                if (option.equals(NAME)) {
                    names.add(value.toLowerCase(Locale.ROOT));
                } else if (given.put(option, value) != null) {
                    throw misuse(option + " was given twice");
                }
            } else if (!FLAGS.contains(option)) {
                throw misuse("there is no option '" + option + "'");
            }
        }
        Opening opening =
                new Opening(path(given.get("--project")), path(given.get("--workspace")), given.get("--profile"));
        String publicUrl = given.get("--public-url");
        return new ServerOptions(
                opening,
                given.getOrDefault("--host", "127.0.0.1"),
                number("--port", given.getOrDefault("--port", "8080"), 0, MOST_PORT),
                number("--lanes", given.getOrDefault("--lanes", "1"), 0, MOST_LANES),
                Duration.ofSeconds(
                        number("--lease", given.getOrDefault("--lease", "30"), SHORTEST_LEASE, LONGEST_LEASE)),
                size(given.getOrDefault("--largest-upload", "1GiB")),
                names,
                publicUrl == null ? null : PublicUrl.of(publicUrl),
                SignInOptions.of(given).orElse(null));
    }

    private static long size(String text) {
        return MemorySize.of(text)
                .map(MemorySize::bytes)
                .filter(bytes -> bytes > 0)
                .orElseThrow(() -> misuse("--largest-upload is a size such as 512MiB"));
    }

    InetAddress address() {
        return address(host);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw misuse("--host names no address of this machine");
        }
    }

    private static String next(String option, Deque<String> left) {
        String value = left.poll();
        if (value == null) {
            throw misuse(option + " needs a value");
        }
        return value;
    }

    private static @Nullable Path path(@Nullable String text) {
        if (text != null && text.toLowerCase(Locale.ROOT).matches("https?://.*")) {
            throw misuse("a server serves a workspace, and -w names another server");
        }
        return text == null ? null : Path.of(text);
    }

    private static int number(String option, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outside(option, least, most);
        }
        throw outside(option, least, most);
    }

    private static PlimsollException outside(String option, int least, int most) {
        return misuse(option + " must be " + least + " to " + most);
    }

    private static PlimsollException misuse(String what) {
        return PlimsollException.of(ErrorCode.USAGE, what, "", "`plimsoll serve --help` lists what it takes");
    }
}
