package io.plimsoll.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Deals whole groups into parts that judge in turn, by the same hash as {@link GroupHash}'s. Holds nothing out in the end: the model that is
 * registered has seen every row.
 *
 * @param folds number of parts
 */
public record GroupFolds(String column, String salt, int folds) implements ByValue {
    /** Each part held out in its turn. */
    public List<GroupFold> each() {
        return IntStream.range(0, folds)
                .mapToObj(fold -> new GroupFold(column, salt, folds, fold))
                .toList();
    }

    @Override
    public boolean holdsOut(String group) {
        return false;
    }
}
