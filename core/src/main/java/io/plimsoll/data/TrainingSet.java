package io.plimsoll.data;

/** Rows that a model may learn from. */
public record TrainingSet(Dataset rows) {}
