package io.plimsoll.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A rule that every engine draws alike: which rows are held out, and which are kept to be trained on.
 *
 * <p>Those that a split is made by have a JSON form, each known by its keys. {@link GroupFold} and {@link GroupSet} have none: they are one turn
 * of several, and no model is the model of one turn.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(GroupHash.class),
    @JsonSubTypes.Type(GroupFolds.class),
    @JsonSubTypes.Type(HeldValue.class),
    @JsonSubTypes.Type(TimeSplit.class)
})
public sealed interface Partition permits ByValue, TimeSplit {
    /** What it reads of a table. */
    List<String> columns();
}
