package io.plimsoll.local.duckdb;

/** The simple reader finds that a file is none that may be read. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why);
    }
}
