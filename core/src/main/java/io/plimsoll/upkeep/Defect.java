package io.plimsoll.upkeep;

/**
 * A promise that a workspace does not keep.
 *
 * @param invariant which: {@code I1} to {@code I9}
 * @param where a version, a run, an event
 * @param what one sentence, without a data value
 * @param remedy what to do about it
 */
public record Defect(String invariant, String where, String what, String remedy) {}
