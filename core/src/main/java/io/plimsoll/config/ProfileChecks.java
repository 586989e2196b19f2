package io.plimsoll.config;

import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;

/** Profiles do not nest. */
final class ProfileChecks implements Check {
    @Override
    public void check(Parts parts, Faults faults) {
        boolean isProfile = parts.within(ProjectConfig.class).isPresent();
        if (isProfile && parts.node().has("profiles")) {
            faults.add(
                    parts.at("profiles"), "a profile has no profiles of its own", "move them to the top of the file");
        }
    }
}
