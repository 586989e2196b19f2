package io.plimsoll.cli.remote;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a server refuses, as the same errors that a workspace gives. */
final class ServerFaults {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int BROKEN = 500;

    private ServerFaults() {}

    /** @param body problem details, if a server of ours has answered */
    static PlimsollException of(int status, byte[] body) {
        Fields problem;
        try {
            problem = Fields.read(body);
        } catch (PlimsollException e) {
            return foreign(status);
        }
        if (!problem.object().has("code") || !problem.object().has("detail")) {
            return foreign(status);
        }
        if (status >= BROKEN) {
            String request = Objects.requireNonNullElse(problem.textOrNull("request"), "");
            return PlimsollException.of(
                    ErrorCode.INTERNAL,
                    "the server failed",
                    request.isEmpty() ? "" : "request " + request,
                    "whoever runs the server finds the reason in its log under the id of this request");
        }
        List<Fields> errors = problem.list("errors");
        return new PlimsollException((errors.isEmpty() ? List.of(problem) : errors)
                .stream().map(error -> fault(status, error)).toList());
    }

    private static Fault fault(int status, Fields error) {
        String where = Objects.requireNonNullElseGet(
                error.textOrNull("where"), () -> Objects.requireNonNullElse(error.textOrNull("pointer"), ""));
        return new Fault(code(status, error.text("code")), error.text("detail"), where, error.text("help"));
    }

    private static ErrorCode code(int status, String name) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseGet(() -> switch (status) {
                    case UNAUTHORIZED -> ErrorCode.UNAUTHENTICATED;
                    case FORBIDDEN -> ErrorCode.NOT_ALLOWED;
                    default -> ErrorCode.SERVER_REFUSED;
                });
    }

    private static PlimsollException foreign(int status) {
        return PlimsollException.of(
                ErrorCode.SERVER_UNREACHABLE,
                "what answers there with " + status + " is no Plimsoll server",
                "-w",
                "name the address that `plimsoll serve` printed, or that of a proxy which passes everything on to it");
    }
}
