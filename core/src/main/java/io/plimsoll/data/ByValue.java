package io.plimsoll.data;

import java.util.List;

/** Holds out rows by the text form of one column; all others are kept. */
public sealed interface ByValue extends Partition permits GroupHash, GroupFolds, GroupFold, GroupSet, HeldValue {
    String column();

    /** Whether rows with this value are held out. */
    boolean holdsOut(String value);

    @Override
    default List<String> columns() {
        return List.of(column());
    }
}
