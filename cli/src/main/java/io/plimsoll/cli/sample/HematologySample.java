package io.plimsoll.cli.sample;

import io.plimsoll.cli.sample.TrialList.Years;
import java.io.IOException;

/**
 * The sample table {@code hematology_trials.csv}: invented trials of treatments of blood diseases, one row a trial.
 * Trials, sites and participants come about as in {@link LungSample}, with other starts and mostly from older copies of
 * the registry, which know less; how a trial ends is drawn by {@link TrialEnd}.
 *
 * <p>Some blanks tell the answer, as they do in registries: a trial that was withdrawn often has no sites and no start,
 * and the plan is gone where the participants are known.
 *
 * <p><b>Shape</b>: 38 columns; UTF-8, line feeds, blank = missing. The same bytes for the same seed on every machine
 * and JDK.
 */
public final class HematologySample {
    private static final long SEED = 15;
    private static final TrialList TRIALS = new TrialList(
            1500,
            20_000,
            Choices.of(9, new Years(1986, 1995))
                    .or(33, new Years(1996, 2001))
                    .or(20, new Years(2002, 2009))
                    .or(35, new Years(2010, 2018))
                    .or(3, new Years(2019, 2026)),
            RegistryCopy::mostlyOld);

    private HematologySample() {}

    /** Writes the table that every new project starts with. */
    public static void write(Appendable out) throws IOException {
        write(SEED, out);
    }

    /** Writes another table of the same kind. */
    static void write(long seed, Appendable out) throws IOException {
        CsvTable table = CsvTable.begun(HematologyRow.COLUMNS, out);
        for (Trial trial : TRIALS.drawn(seed)) {
            table.append(new HematologyRow(trial, seed).cells());
        }
    }
}
