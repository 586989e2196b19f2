package io.plimsoll.data;

/** One value of a categorical column, in its text form, and how many rows have it. */
public record Level(String value, long rows) {}
