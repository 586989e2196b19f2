package io.plimsoll.read;

/**
 * A column of text that was probably meant to be numbers: most of its values are, or would be with the other decimal mark.
 *
 * @param others values that are no numbers
 * @param otherMark those among them that would be with the other decimal mark
 * @param where the first of them stands: a file, with its line if it has lines
 */
public record NearNumber(String column, long others, long otherMark, String where) {}
