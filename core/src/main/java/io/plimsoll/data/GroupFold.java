package io.plimsoll.data;

/**
 * Holds out one of several parts into which whole groups are dealt by the same hash as {@link GroupHash}'s: each group is in exactly one part.
 *
 * @param folds number of parts
 * @param fold which one, from 0
 */
public record GroupFold(String column, String salt, int folds, int fold) implements ByValue {
    /** The hashes from which on groups are held out, as eight hex digits. */
    public String from() {
        return GroupHash.line((double) fold / folds);
    }

    /** The hashes from which on groups are kept again; a text behind all hashes for the last part. */
    public String until() {
        return fold == folds - 1 ? "g" : GroupHash.line((double) (fold + 1) / folds);
    }

    @Override
    public boolean holdsOut(String group) {
        String digits = GroupHash.digits(salt, group);
        return digits.compareTo(from()) >= 0 && digits.compareTo(until()) < 0;
    }
}
