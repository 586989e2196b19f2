package io.plimsoll.cli.remote;

import io.plimsoll.access.TokenSecret;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What is shown to a server. It comes from the environment or from a file, never from an argument, which everybody on the machine can read. */
final class ServerToken {
    static final String VARIABLE = "PLIMSOLL_TOKEN";
    static final String FILE_VARIABLE = "PLIMSOLL_TOKEN_FILE";

    private static final String HELP =
            "put a token into the environment variable " + VARIABLE + ", or name a file that holds" + " it in "
                    + FILE_VARIABLE + "; an administrator makes one with `plimsoll tokens create`";
    private static final int LONGEST_FILE = 1_000;

    private ServerToken() {}

    /**
     * The token that the environment tells of.
     *
     * @param directory to which the name of a file is relative
     * @throws PlimsollException with {@code UNAUTHENTICATED} if there is none
     */
    static String of(Map<String, String> environment, Path directory) {
        String token = environment.getOrDefault(VARIABLE, "").strip();
        String file = environment.getOrDefault(FILE_VARIABLE, "").strip();
        if (!token.isEmpty() && !file.isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.USAGE, VARIABLE + " and " + FILE_VARIABLE + " are both set", "", "unset one of them");
        }
        if (token.isEmpty() && file.isEmpty()) {
            throw refused("a server wants to know who asks, and there is no token", "");
        }
        String found = token.isEmpty() ? read(directory.resolve(file), file) : token;
        return TokenSecret.read(found)
                .map(TokenSecret::text)
                .orElseThrow(() -> refused("what was given is not a token", token.isEmpty() ? file : VARIABLE));
    }

    private static String read(Path path, String shown) {
        try {
            if (Files.size(path) > LONGEST_FILE) {
                throw refused("the file holds more than a token", shown);
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new PlimsollException(
                    new Fault(ErrorCode.UNAUTHENTICATED, "the file with the token cannot be read", shown, HELP), e);
        }
    }

    private static PlimsollException refused(String what, String where) {
        return PlimsollException.of(ErrorCode.UNAUTHENTICATED, what, where, HELP);
    }
}
