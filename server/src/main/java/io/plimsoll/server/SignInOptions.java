package io.plimsoll.server;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.server.oidc.OidcSettings;
import io.plimsoll.server.oidc.SubjectClaim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which identity provider people sign in by.
 *
 * @param secretFile where the client's secret stands, if not in {@link #SECRET}
 */
record SignInOptions(
        String issuer,
        String clientId,
        SubjectClaim claim,
        @Nullable Path secretFile) {
    static final Set<String> NAMES = Set.of("--oidc-issuer", "--oidc-client-id", "--oidc-claim", "--oidc-secret-file");

    /** The variable of the environment that has the client's secret. There is no option for it, which everybody on the machine could read. */
    static final String SECRET = "PLIMSOLL_OIDC_SECRET";

    private static final int LONGEST_SECRET = 4_096;

    /**
     * Empty where no provider is named.
     *
     * @throws PlimsollException with {@code USAGE} if what is named is not whole, or not to be trusted
     */
    static Optional<SignInOptions> of(Map<String, String> given) {
        String issuer = given.get("--oidc-issuer");
        String clientId = given.get("--oidc-client-id");
        if (issuer == null || clientId == null) {
            if (NAMES.stream().anyMatch(given::containsKey)) {
                throw misuse("--oidc-issuer and --oidc-client-id are given together, or neither, nor another --oidc");
            }
            return Optional.empty();
        }
        if (!OidcSettings.isSafe(issuer)) {
            throw misuse("--oidc-issuer is a URL that begins with https://, or with http:// on this machine");
        }
        if (clientId.isBlank()) {
            throw misuse("--oidc-client-id is empty");
        }
        String file = given.get("--oidc-secret-file");
        return Optional.of(new SignInOptions(
                issuer,
                clientId,
                claim(given.getOrDefault("--oidc-claim", "sub")),
                file == null ? null : Path.of(file)));
    }

    private static SubjectClaim claim(String label) {
        return SubjectClaim.byLabel(label)
                .orElseThrow(() -> misuse("--oidc-claim is one of "
                        + Arrays.stream(SubjectClaim.values())
                                .map(SubjectClaim::label)
                                .collect(Collectors.joining(", "))));
    }

    /** @throws PlimsollException with {@code USAGE} if the secret is given twice, or its file cannot be read */
    OidcSettings settings(Surroundings surroundings) {
        String variable = surroundings.environment().get(SECRET);
        if (secretFile == null) {
            return new OidcSettings(issuer, clientId, variable == null || variable.isBlank() ? null : variable, claim);
        }
        if (variable != null) {
            throw misuse("the client's secret is given by --oidc-secret-file and by " + SECRET);
        }
        return new OidcSettings(issuer, clientId, read(surroundings.directory().resolve(secretFile)), claim);
    }

    private static String read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_SECRET) {
                String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
                if (!secret.isEmpty()) {
                    return secret;
                }
            }
        } catch (IOException e) {
            throw misuse("the file that --oidc-secret-file names cannot be read");
        }
        throw misuse("--oidc-secret-file names no file with a secret of at most " + LONGEST_SECRET + " bytes");
    }

    private static PlimsollException misuse(String what) {
        return PlimsollException.of(ErrorCode.USAGE, what, "", "docs/access.md tells how people sign in");
    }
}
