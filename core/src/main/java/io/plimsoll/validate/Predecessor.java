package io.plimsoll.validate;

import io.plimsoll.data.DatasetProfile;
import org.jspecify.annotations.Nullable;

/**
 * What the model that is champion now was trained on.
 *
 * @param name of the champion and its dataset, or why there is nothing to compare with
 * @param profile absent where there is nothing to compare with
 */
public record Predecessor(String name, @Nullable DatasetProfile profile) {
    /** Where there is nothing to compare with. */
    public static Predecessor none(String why) {
        return new Predecessor(why, null);
    }
}
