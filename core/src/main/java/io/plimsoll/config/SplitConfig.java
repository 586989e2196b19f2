package io.plimsoll.config;

import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.config.bind.Range;
import io.plimsoll.data.GroupHash;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How labelled rows are parted into those that train and those that judge. Which kind is meant follows from its first key. */
public sealed interface SplitConfig {
    /**
     * Whole groups by a salted hash: the same group is on the same side in every run, however the data grow.
     *
     * @param holdout expected share of groups that judge
     * @param salt never null in a model type's resolved config
     */
    @Description("Whole groups by a salted hash")
    record Holdout(
            @Description("Share of the groups that is kept back to judge") @Range(min = 0.01, max = 0.90)
            Percentage holdout,

            @Description("Text that decides which groups are kept back; default: the registered model's name") @Nullable
            String salt)
            implements SplitConfig {
        /** The line through the groups of a column; those below it are the holdout. */
        public GroupHash line(String group) {
            return new GroupHash(
                    group, Objects.requireNonNull(salt, "a resolved split has a salt"), holdout.fraction());
        }
    }
}
