package io.plimsoll.cli.sample;

/**
 * An invented hospital or clinic.
 *
 * @param trials how many trials it had seen by {@link #FULL_GROWTH}
 */
record Facility(String name, double trials) {
    static final int FULL_GROWTH = 2026;

    private static final int FIRST_YEAR = 1990;

    /** Trials at this facility before {@code year}: never fewer in a later year. */
    int priorTrials(int year) {
        return grown(trials, year);
    }

    static int grown(double trials, int year) {
        double share = (year - FIRST_YEAR) / (double) (FULL_GROWTH - FIRST_YEAR);
        return (int) (trials * StrictMath.pow(StrictMath.max(0, share), 1.5));
    }
}
