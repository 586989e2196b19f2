package io.plimsoll.config;

/** What follows where data are not as they should be. */
public enum Severity {
    /** Nothing is trained. */
    ERROR,
    /** It is told with the run, and ends nothing. */
    WARNING
}
