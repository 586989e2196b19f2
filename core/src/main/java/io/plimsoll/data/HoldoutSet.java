package io.plimsoll.data;

/** Rows kept back to judge a model. No method that fits accepts this type. */
public record HoldoutSet(Dataset rows) {}
