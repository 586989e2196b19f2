package io.plimsoll.cli.sample;

/**
 * Where sites are: a country of this world, with an invented part in the sample.
 *
 * @param tongue what the invented names in it sound like
 */
record Country(String name, Tongue tongue, Middle middle, Extent extent, Traits traits) {

    /** Roughly the middle of the country, in degrees. */
    record Middle(double latitude, double longitude) {}

    /**
     * How much of the sample lies in the country.
     *
     * @param weight how often a trial has sites there, against the other countries
     * @param regions how many names fill the column {@code state}; with 0 it stays blank
     */
    record Extent(double weight, int cities, int regions) {}

    /**
     * What being in the country adds: to the log odds of activation, to the log odds of enrolling nobody, and to the
     * logarithm of the mean enrolment.
     */
    record Traits(double activation, double nonenrollment, double enrollment) {}
}
