package io.plimsoll.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A rule that every engine draws alike: which rows are held out, by the text form of one column. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(GroupHash.class),
    @JsonSubTypes.Type(GroupFold.class),
    @JsonSubTypes.Type(HeldValue.class)
})
public sealed interface Partition permits GroupHash, GroupFold, HeldValue {
    String column();

    /** Whether rows with this value are held out. */
    boolean holdsOut(String value);
}
