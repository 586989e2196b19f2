package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The digest of what shapes a model moves when that is edited, and stays otherwise. */
class TrainingDigestTest {
    @TempDir
    Path dir;

    static Stream<Arguments> editsOfOtherThings() {
        return Stream.of(
                arguments("Sites of lung-cancer trials", "Other words"),
                arguments("default_model: ACTIVATION", "default_model: ENROLLMENT"),
                arguments("data/lung_sites.csv", "data/other.csv"),
                arguments("max_missing: 40%", "max_missing: 41%"),
                arguments("at_least: 0.55", "at_least: 0.6"),
                arguments("guardrail:\n      rules:", "guardrail:\n      mode: rehearse\n      rules:"),
                arguments("metric: auc\n", "metric: log_loss\n"),
                arguments("keep: [site_row_id,", "keep: ["),
                arguments("copy_to: scores/", "copy_to: elsewhere/"),
                arguments("target: TRIAL_MEAN_ENROLLMENT", "target: OTHER"));
    }

    @ParameterizedTest
    @MethodSource("editsOfOtherThings")
    void editsThatShapeNoActivationModelLeaveItsDigest(String before, String after) throws IOException {
        assertThat(digest(edited(before, after))).isEqualTo(digest(lung()));
        assertThat(load(edited(before, after)).sha256())
                .isNotEqualTo(load(lung()).sha256());
    }

    static Stream<Arguments> editsOfTheModel() {
        return Stream.of(
                arguments("'INTERVENTIONAL'", "'OBSERVATIONAL'"),
                arguments("key: site_row_id", "key: row_id"),
                arguments("group: trial_id", "group: trial"),
                arguments("holdout: 20%", "holdout: 21%"),
                arguments("holdout: 20%", "holdout: 20%, salt: other"),
                arguments("start_year, n_arms", "n_arms, start_year"),
                arguments("numeric: median", "numeric: keep"),
                arguments("unseen: all_zeros", "unseen: refuse"),
                arguments("max_levels: 50", "max_levels: 51"),
                arguments("max_levels: 50", "max_levels: 50\n  min_level_rows: 2"),
                arguments("max_levels: 50", "max_levels: 50\n  smoothing: 3"),
                arguments("max_levels: 50", "max_levels: 50\n  encode: {country: target}"),
                arguments("max_levels: 50", "max_levels: 50\n  rescale: {start_year: log}"),
                arguments("    metric: auc\n", "    metric: auc\n    calibrate: platt\n"),
                arguments("target: ACTIVATION", "target: ACTIVATED"),
                arguments("trees: 250", "trees: 251"),
                arguments("trees: 250,", "trees: 250, subsample: 90%,"),
                arguments("    metric: auc\n", "    metric: auc\n    weight: group\n"),
                arguments("    metric: auc\n", "    metric: auc\n    train_where: country IS NOT NULL\n"),
                arguments("    metric: auc\n", "    metric: auc\n    seed: 1\n"));
    }

    @ParameterizedTest
    @MethodSource("editsOfTheModel")
    void editsThatShapeTheModelChangeItsDigest(String before, String after) throws IOException {
        assertThat(digest(edited(before, after))).isNotEqualTo(digest(lung()));
    }

    @Test
    void whatIsWrittenOutEqualsWhatIsLeftOut() throws IOException {
        String explicit = edited("holdout: 20%", "holdout: 0.2, salt: lung-activation");

        assertThat(digest(explicit)).isEqualTo(digest(lung()));
        assertThat(load(lung()).trainingDigest("ENROLLMENT")).isNotEqualTo(digest(lung()));
    }

    @Test
    void aDigestIsTheSameOnEveryPlatform() throws IOException {
        assertThat(digest(lung())).isEqualTo("2fe722b0ed84fabcd9d6f34e8cbc02b3bc3370395c5554bb07106da5dfbc0549");
        assertThat(load(lung()).sha256()).isEqualTo("d997d34ba8f1961749c23641687ac1cb7c1d927abab6649932458bc891df1c57");
    }

    private String digest(String yaml) {
        return load(yaml).trainingDigest("ACTIVATION");
    }

    private IndicationConfig load(String yaml) {
        return new ProjectFolder(dir).indication("lung", yaml).load("lung");
    }

    private static String edited(String before, String after) throws IOException {
        assertThat(lung()).contains(before);
        return lung().replace(before, after);
    }

    private static String lung() throws IOException {
        return Files.readString(Golden.file("good/lung.yml"));
    }
}
