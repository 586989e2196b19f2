package io.plimsoll.score;

/**
 * How often an input was not as in training.
 *
 * @param missing rows without a value, for which the contract's policy holds
 * @param unseen rows with a category that training did not meet, likewise; 0 for numbers
 */
public record InputCount(String column, long missing, long unseen) {}
