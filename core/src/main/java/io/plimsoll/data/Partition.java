package io.plimsoll.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A rule that every engine draws alike: which rows are held out, by the text form of one column.
 *
 * <p>Those that a split is made by have a JSON form, each known by its keys. {@link GroupFold} and {@link GroupSet} have none: they are one turn
 * of several, and no model is the model of one turn.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(GroupHash.class),
    @JsonSubTypes.Type(GroupFolds.class),
    @JsonSubTypes.Type(HeldValue.class)
})
public sealed interface Partition permits GroupHash, GroupFolds, GroupFold, GroupSet, HeldValue {
    String column();

    /** Whether rows with this value are held out. */
    boolean holdsOut(String value);
}
