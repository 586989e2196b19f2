package io.plimsoll.data;

/**
 * Rows that are alike in some columns, and of which one differs from another in a further one.
 *
 * @param rows all rows that have such a twin
 * @param fewest of these, the rows that differ from the most frequent value among their twins: who knows the columns alone is wrong in so
 *     many at least
 */
public record Discord(long rows, long fewest) {}
