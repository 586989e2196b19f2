package io.plimsoll.cli.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The invented cities and facilities of every country; some are much more in demand than others. */
final class Gazetteer {
    private static final List<String> FACILITY_PATTERNS = List.of(
            "%s University Hospital",
            "%s General Hospital",
            "%s Cancer Institute",
            "%s Oncology Center",
            "%s Medical Center",
            "%s Lung Clinic",
            "%s Hematology Oncology Associates, P.A.",
            "Hospital of %s, Department of Thoracic Oncology");

    private final Choices<Country> countries;
    private final Map<Country, Choices<City>> cities;

    private Gazetteer(Map<Country, Choices<City>> cities) {
        this.countries = Choices.weighted(
                List.copyOf(cities.keySet()), country -> country.extent().weight());
        this.cities = cities;
    }

    static Gazetteer drawn(long seed) {
        Map<Country, Choices<City>> cities = new LinkedHashMap<>();
        Names names = new Names();
        for (Country country : Countries.all()) {
            cities.put(country, citiesOf(country, Draws.of(seed, "cities of " + country.name(), 0), names));
        }
        return new Gazetteer(cities);
    }

    Country country(Draws draws) {
        return countries.drawn(draws);
    }

    City city(Country country, Draws draws) {
        Choices<City> choices = cities.get(country);
        if (choices == null) {
            throw new IllegalArgumentException("not a country of this sample");
        }
        return choices.drawn(draws);
    }

    Facility facility(City city, Draws draws) {
        return Choices.weighted(city.facilities(), Gazetteer::demand).drawn(draws);
    }

    private static Choices<City> citiesOf(Country country, Draws draws, Names names) {
        List<String> regions = names.fresh(country.extent().regions(), country.tongue(), draws);
        List<City> drawn = new ArrayList<>();
        for (String name : names.fresh(country.extent().cities(), country.tongue(), draws)) {
            String region = regions.isEmpty() ? "" : draws.pick(regions);
            City.Spot spot = spot(name, country, draws);
            double otherTrials = draws.lognormal(20, 1.3);
            drawn.add(new City(spot, country, region, otherTrials, facilitiesOf(name, country, draws)));
        }
        return Choices.weighted(drawn, city -> StrictMath.sqrt(city.priorTrials(Facility.FULL_GROWTH) + 5.0));
    }

    private static City.Spot spot(String name, Country country, Draws draws) {
        double latitude = draws.normal(country.middle().latitude(), 2.5);
        double longitude = draws.normal(country.middle().longitude(), 4);
        return new City.Spot(name, latitude, longitude);
    }

    private static List<Facility> facilitiesOf(String city, Country country, Draws draws) {
        Set<String> named = new HashSet<>();
        List<Facility> facilities = new ArrayList<>();
        int count = 1 + draws.poisson(2.2);
        for (int i = 0; i < count; i++) {
            String owner = draws.chance(0.4) ? city : country.tongue().name(draws);
            String name = draws.pick(FACILITY_PATTERNS).replace("%s", owner);
            if (named.add(name)) {
                facilities.add(new Facility(name, draws.lognormal(7, 1.5)));
            }
        }
        return facilities;
    }

    private static double demand(Facility facility) {
        return StrictMath.sqrt(facility.trials() + 1);
    }

    /** Sees to it that no two cities or regions share a name. */
    private static final class Names {
        private final Set<String> taken = new HashSet<>();

        List<String> fresh(int count, Tongue tongue, Draws draws) {
            List<String> names = new ArrayList<>();
            while (names.size() < count) {
                String name = tongue.name(draws);
                if (taken.add(name)) {
                    names.add(name);
                }
            }
            return names;
        }
    }
}
