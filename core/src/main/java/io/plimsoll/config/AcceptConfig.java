package io.plimsoll.config;

import io.plimsoll.config.bind.Description;
import io.plimsoll.guard.Acceptance;
import io.plimsoll.guard.FindingCode;
import org.jspecify.annotations.Nullable;

/** One alarm that somebody has looked into and found to be none. */
@Description("One alarm that somebody has looked into and found to be none")
public record AcceptConfig(
        @Description("The alarm") AlarmCode code,

        @Description("The feature that it is about; left out for the model as a whole") @Nullable
        String column,

        @Description("Why it is none; recorded with every verdict")
        String reason) {
    /** The alarms that can be accepted. */
    public enum AlarmCode {
        SUSPECTED_LEAK
    }

    Acceptance acceptance() {
        return new Acceptance(FindingCode.valueOf(code.name()), column, reason);
    }
}
