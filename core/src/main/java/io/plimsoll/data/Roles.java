package io.plimsoll.data;

/**
 * The columns of a modelling table that are not features.
 *
 * @param key unique per row
 * @param group rows that look alike share a value and stay on one side of the split; the key itself where rows are independent
 * @param target what is predicted; present in labelled rows only
 */
public record Roles(String key, String group, String target) {}
