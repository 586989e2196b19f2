package io.plimsoll.cli.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Chooses the sites of a trial: many trials have one, a few have dozens; sponsors of the industry go to more countries,
 * and some of them mask the names of their sites.
 */
final class SiteList {
    private static final String MASKED_NAME = "Undisclosed Study Site";
    private static final double MASKED_SHARE = 0.4;
    private static final int FEWEST_MASKED = 6;
    private static final double NAMELESS_SHARE = 0.001;
    private static final int MOST_SITES = 90;
    private static final int MOST_TRIES = 5;

    private final Gazetteer gazetteer;

    SiteList(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    List<Site> drawn(TrialDesign design, int startYear, Draws draws) {
        int wanted = siteCount(design, draws);
        boolean masked = wanted >= FEWEST_MASKED && design.industry() && draws.chance(MASKED_SHARE);
        Choices<Country> countries = countries(wanted, design, draws);
        Map<String, Integer> listed = new HashMap<>();
        List<Site> sites = new ArrayList<>();
        Supplier<Site> candidates = () -> {
            City city = gazetteer.city(countries.drawn(draws), draws);
            return masked ? masked(city, startYear, draws) : named(city, startYear, draws);
        };
        for (int i = 0; i < wanted; i++) {
            Site site = preferablyNew(candidates, listed.keySet());
            int occurrence = listed.merge(site.id(), 1, Integer::sum);
            sites.add(site.withOccurrence(occurrence));
        }
        return sites;
    }

    /** The first candidate that is not listed yet; after a few tries the trial lists a site again. */
    private static Site preferablyNew(Supplier<Site> candidates, Set<String> listed) {
        Site site = candidates.get();
        for (int tries = 1; tries < MOST_TRIES && listed.contains(site.id()); tries++) {
            site = candidates.get();
        }
        return site;
    }

    private Site named(City city, int startYear, Draws draws) {
        Facility facility = gazetteer.facility(city, draws);
        String name = draws.chance(NAMELESS_SHARE) ? "" : facility.name();
        int trials = facility.priorTrials(startYear);
        return new Site(name, city, false, 1, new Site.Experience(trials, city.priorTrials(startYear)));
    }

    /** Behind a masked name the registry recognises next to nothing. */
    private static Site masked(City city, int startYear, Draws draws) {
        int recognised = draws.poisson(0.8);
        int inCity = StrictMath.max(recognised, city.priorTrials(startYear));
        return new Site(MASKED_NAME, city, true, 1, new Site.Experience(recognised, inCity));
    }

    private static int siteCount(TrialDesign design, Draws draws) {
        double single = design.industry() ? 0.12 : 0.4;
        if (draws.chance(single)) {
            return 1;
        }
        double median = design.industry() ? 14 : 7;
        double larger = design.phase().equals("P3") ? 1.8 : 1;
        return (int) StrictMath.max(2, StrictMath.min(MOST_SITES, draws.lognormal(median * larger, 1.0)));
    }

    /** The countries of the trial, each with the share of the sites that it gets. */
    private Choices<Country> countries(int sites, TrialDesign design, Draws draws) {
        int count = design.industry() ? 1 + draws.poisson(sites / 9.0) : 1 + (draws.chance(0.08) ? 1 : 0);
        Map<String, Country> chosen = new LinkedHashMap<>();
        for (int tries = 0; chosen.size() < count && tries < 3 * count; tries++) {
            Country country = gazetteer.country(draws);
            chosen.put(country.name(), country);
        }
        return Choices.weighted(
                List.copyOf(chosen.values()),
                country -> StrictMath.sqrt(country.extent().weight()));
    }
}
