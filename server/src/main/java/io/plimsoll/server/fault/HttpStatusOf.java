package io.plimsoll.server.fault;

import io.plimsoll.fault.ErrorCode;

/** What an error is called in HTTP. */
final class HttpStatusOf {
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    static final int UNPROCESSABLE = 422;
    static final int TOO_MANY = 429;
    static final int BROKEN = 500;

    private HttpStatusOf() {}

    static int code(ErrorCode code) {
        return switch (code) {
            case USAGE, PASSWORD_REFUSED -> BAD_REQUEST;
            case NOT_ALLOWED -> FORBIDDEN;
            case UNKNOWN_INDICATION,
                    UNKNOWN_MODEL_TYPE,
                    UNKNOWN_MODEL,
                    UNKNOWN_RUN,
                    UNKNOWN_EXPERIMENT,
                    UNKNOWN_DATASET,
                    UNKNOWN_ENDPOINT,
                    UNKNOWN_TOKEN,
                    UNKNOWN_USER,
                    UNKNOWN_WEBHOOK -> NOT_FOUND;
            case ALREADY_EXISTS,
                    AMBIGUOUS_ENDPOINT,
                    CANCELLED,
                    DATASET_ERASED,
                    ENDPOINT_DISABLED,
                    MODEL_BUSY,
                    NO_CHAMPION,
                    NOT_OVERRIDABLE,
                    NOT_RESUMABLE,
                    VERSION_CLOSED,
                    VERSION_IN_USE -> CONFLICT;
            case QUEUE_FULL -> TOO_MANY;
            default -> code.exit() == 2 ? UNPROCESSABLE : BROKEN;
        };
    }
}
