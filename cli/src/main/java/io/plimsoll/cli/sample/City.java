package io.plimsoll.cli.sample;

import java.util.List;

/**
 * An invented city with its facilities.
 *
 * @param region the content of the column {@code state}, blank in most countries
 * @param otherTrials how many trials of the facilities that are not listed it had seen by {@link Facility#FULL_GROWTH}
 */
record City(Spot spot, Country country, String region, double otherTrials, List<Facility> facilities) {
    City {
        facilities = List.copyOf(facilities);
    }

    /** A name and a position in degrees. */
    record Spot(String name, double latitude, double longitude) {}

    String name() {
        return spot.name();
    }

    /** Trials at all its facilities before {@code year}. */
    int priorTrials(int year) {
        int listed = facilities.stream()
                .mapToInt(facility -> facility.priorTrials(year))
                .sum();
        return listed + Facility.grown(otherTrials, year);
    }
}
