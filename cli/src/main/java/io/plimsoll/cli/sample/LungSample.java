package io.plimsoll.cli.sample;

import io.plimsoll.cli.sample.TrialList.Years;
import java.io.IOException;

/**
 * The sample table {@code lung_sites.csv}: invented trials of lung-cancer treatments and the sites where they run, one
 * row for each trial × facility. Nothing in it is real except the names of countries, and what it says of a country is
 * invented too.
 *
 * <p>It is drawn in this order, each part from a stream of random numbers of its own ({@link Draws}):
 *
 * <ol>
 *   <li>cities with facilities in every country, each with a number of trials that grows with the years;
 *   <li>trials, by their start from 1996 to 2026: sponsor, phase, allocation, arms; some are observational;
 *   <li>the sites of each trial: 1 to 90, in one country or, mostly for the industry, in several; experienced cities and
 *       facilities are chosen more often; some sponsors mask the names ({@link SiteList});
 *   <li>the status of the sites, known for most trials since 2015: still to open, open, or withdrawn without a
 *       participant; {@code ACTIVATION} and {@code NONENROLLMENT} follow from it ({@link StatusModel});
 *   <li>the participants of the trial, reported for most trials up to 2022: divided by the number of sites they are
 *       {@code TRIAL_MEAN_ENROLLMENT} ({@link EnrollmentModel});
 *   <li>everything else that a registry says, on which nothing depends ({@link Paperwork}).
 * </ol>
 *
 * <p>Every outcome depends on features, on an effect of the trial that no column shows, and on chance: a model can be
 * useful and cannot be perfect, and rows of one trial look alike.
 *
 * <p><b>Shape</b>: 51 columns; UTF-8, line feeds, blank = missing. The same bytes for the same seed on every machine
 * and JDK.
 */
public final class LungSample {
    private static final long SEED = 15;
    private static final TrialList TRIALS = new TrialList(
            420,
            1000,
            Choices.of(12, new Years(1996, 2004))
                    .or(16, new Years(2005, 2012))
                    .or(28, new Years(2013, 2018))
                    .or(25, new Years(2019, 2022))
                    .or(19, new Years(2023, 2026)),
            RegistryCopy::mostlyNew);

    private LungSample() {}

    /** Writes the table that every new project starts with. */
    public static void write(Appendable out) throws IOException {
        write(SEED, out);
    }

    /** Writes another table of the same kind. */
    static void write(long seed, Appendable out) throws IOException {
        CsvTable table = CsvTable.begun(TrialRows.COLUMNS, out);
        for (Trial trial : TRIALS.drawn(seed)) {
            new TrialRows(trial, seed).writeTo(table);
        }
    }
}
