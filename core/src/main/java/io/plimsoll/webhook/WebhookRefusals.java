package io.plimsoll.webhook;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;

/** What is said where a webhook is not there, by whoever finds out. */
public final class WebhookRefusals {
    private WebhookRefusals() {}

    public static PlimsollException unknown() {
        return PlimsollException.of(
                ErrorCode.UNKNOWN_WEBHOOK,
                "there is no webhook of this id",
                "",
                "`plimsoll webhooks list` shows the ids");
    }
}
