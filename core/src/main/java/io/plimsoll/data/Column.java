package io.plimsoll.data;

/** A named column of a table. */
public record Column(String name, ColumnType type) {}
