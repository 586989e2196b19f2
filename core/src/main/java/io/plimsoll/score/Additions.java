package io.plimsoll.score;

/**
 * What scoring adds to the columns that are kept.
 *
 * @param prefix of the name of each column that is added; empty where the file is of one model type
 * @param reasons how many of the strongest contributions are told of each row; 0 for none
 */
public record Additions(String prefix, int reasons) {}
