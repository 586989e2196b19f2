package io.plimsoll.cli.command;

import io.plimsoll.access.Password;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.surroundings.SecretInput;

/** A password that somebody sets: typed twice at a terminal, or the first line of standard input. */
final class NewPassword {
    private NewPassword() {}

    static Password of(String user, SecretInput input) {
        String typed = line(input, "new password of " + user);
        if (input.isPerson() && !typed.equals(line(input, "once more"))) {
            throw PlimsollException.of(
                    ErrorCode.PASSWORD_REFUSED, "these were two passwords", "", "type the same one twice");
        }
        return new Password(typed);
    }

    private static String line(SecretInput input, String prompt) {
        return input.line(prompt)
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.PASSWORD_REFUSED,
                        "no password was given",
                        "standard input",
                        "type it at a terminal, or let a file or another program give it on standard input"));
    }
}
