package io.plimsoll.config.bind;

import io.plimsoll.config.yaml.Faults;
import java.util.Optional;

/** Looks for combinations that are impossible, in one record whose parts are bound as far as they could be. */
public interface Check {
    void check(Parts parts, Faults faults);

    /** What exactly to write where a key is missing or empty; empty for the usual advice. Later keys are not bound yet. */
    default Optional<String> remedy(String key, Parts parts) {
        return Optional.empty();
    }
}
