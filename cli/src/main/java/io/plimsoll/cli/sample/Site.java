package io.plimsoll.cli.sample;

import java.util.HexFormat;

/**
 * A facility as one trial lists it.
 *
 * @param facility the name as listed: generic when the sponsor masks it, blank when left out
 * @param occurrence 1, or more when the trial lists the same name in the same city again
 * @param experience trials at the same place before this one, as the registry knows them
 */
record Site(String facility, City city, boolean masked, int occurrence, Experience experience) {
    private static final int ID_DIGITS = 12;

    /** Counts of trials begun earlier. */
    record Experience(int atFacility, int inCity) {}

    /** The same for the same facility name and city in every trial. */
    String id() {
        long image = Draws.mix(Draws.mix(facility.hashCode()) + city.name().hashCode());
        return HexFormat.of().toHexDigits(image, ID_DIGITS);
    }

    Site withOccurrence(int listed) {
        return new Site(facility, city, masked, listed, experience);
    }
}
