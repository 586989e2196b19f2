package io.plimsoll.cli.sample;

import java.time.YearMonth;
import java.util.List;

/** One invented trial with its sites. */
record Trial(int number, YearMonth start, TrialDesign design, RegistryCopy copy, List<Site> sites) {
    private static final int ID_DIGITS = 8;

    Trial {
        sites = List.copyOf(sites);
    }

    String id() {
        String digits = Integer.toString(number);
        return "SYN" + "0".repeat(ID_DIGITS - digits.length()) + digits;
    }

    int startYear() {
        return start.getYear();
    }

    long countries() {
        return sites.stream().map(site -> site.city().country()).distinct().count();
    }

    long sitesIn(String country) {
        return sites.stream()
                .filter(site -> site.city().country().name().equals(country))
                .count();
    }

    long sitesIn(City city) {
        return sites.stream().filter(site -> site.city().equals(city)).count();
    }
}
