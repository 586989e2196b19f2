package io.plimsoll.cli.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The invented trials of one sample table, from first to last start.
 *
 * @param firstNumber below the number of the first trial; two samples of one project keep theirs apart
 * @param copies which copy of the registry a trial comes from
 */
record TrialList(int count, int firstNumber, Choices<Years> starts, CopyChoice copies) {
    private static final int WIDEST_GAP = 15;

    /** From the first to the last year, both included. */
    record Years(int first, int last) {}

    /** Draws the copy of the registry that a trial comes from, by its start. */
    @FunctionalInterface
    interface CopyChoice {
        RegistryCopy drawn(YearMonth start, Draws draws);
    }

    List<Trial> drawn(long seed) {
        SiteList siteList = new SiteList(Gazetteer.drawn(seed));
        List<Trial> trials = new ArrayList<>();
        Draws gaps = Draws.of(seed, "numbers", 0);
        int number = firstNumber;
        for (YearMonth start : startsDrawn(seed)) {
            number += gaps.between(1, WIDEST_GAP);
            trials.add(trial(number, start, siteList, seed));
        }
        return trials;
    }

    private List<YearMonth> startsDrawn(long seed) {
        Draws draws = Draws.of(seed, "starts", 0);
        List<YearMonth> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Years years = starts.drawn(draws);
            int year = draws.between(years.first(), years.last());
            drawn.add(YearMonth.of(year, draws.between(1, RegistryCopy.lastMonth(year))));
        }
        Collections.sort(drawn);
        return drawn;
    }

    private Trial trial(int number, YearMonth start, SiteList siteList, long seed) {
        Draws draws = Draws.of(seed, "trial", number);
        RegistryCopy copy = copies.drawn(start, draws);
        TrialDesign design = TrialDesign.drawn(start.getYear(), draws);
        List<Site> sites = siteList.drawn(design, start.getYear(), Draws.of(seed, "sites", number));
        return new Trial(number, start, design, copy, sites);
    }
}
