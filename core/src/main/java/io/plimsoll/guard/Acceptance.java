package io.plimsoll.guard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that an alarm is none.
 *
 * @param column the feature that it is about; absent for the model as a whole
 * @param reason why, recorded with every verdict that it lifts an alarm of
 */
public record Acceptance(FindingCode code, @Nullable String column, String reason) {
    boolean isAbout(Alarm alarm) {
        return code == alarm.code() && Objects.equals(column, alarm.column());
    }
}
