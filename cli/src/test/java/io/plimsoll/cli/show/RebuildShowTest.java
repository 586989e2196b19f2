package io.plimsoll.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.evaluate.Agreement;
import io.plimsoll.pipeline.Difference;
import io.plimsoll.pipeline.Difference.Kind;
import io.plimsoll.pipeline.Likeness;
import io.plimsoll.pipeline.Rebuild;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RebuildShowTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ModelVersion VERSION = new ModelVersion(
            "lung-dose", 3, "a".repeat(64), "run-7", NOW, new TreeMap<>(), "{}", new TreeSet<>(), VersionState.ACTIVE);
    private static final DatasetVersion DATASET =
            new DatasetVersion("lung", 2, "c".repeat(64), "id", 1234, List.of(), "run-7", NOW);
    private static final Difference PLATFORM =
            new Difference(Kind.PLATFORM, "platform", "linux-aarch64", "linux-x86_64");
    private static final Difference NEW_LIBRARY = new Difference(Kind.VERSION, "xgboost", null, "3.1.1");

    @Test
    void anotherInstallationIsNamedLineByLine() {
        Rebuild rebuild = rebuild(
                Likeness.EQUAL_WITHIN_TOLERANCE,
                List.of("contract.json", "model.onnx"),
                List.of(PLATFORM, NEW_LIBRARY),
                0);

        assertThat(new RebuildShow(Style.plain()).text(rebuild))
                .isEqualTo("""
                EQUAL_WITHIN_TOLERANCE lung-dose@3
                  trained again from its record, it predicts the same for all 1,000 labelled rows
                  it was made on another platform or by other versions

                differs   registered     rebuilt
                platform  linux-aarch64  linux-x86_64
                xgboost   -              3.1.1

                files    contract.json, model.onnx
                dataset  lung@2, 1,234 rows
                model    %s
                rebuilt  %s
                """.formatted("a".repeat(64), "b".repeat(64)));
        assertThat(CanonicalJson.text(RebuildShow.data(rebuild)))
                .contains("\"as_expected\":true", "\"compared\":{\"disagreements\":0,\"rows\":1000}")
                .contains("\"differences\":[{\"kind\":\"PLATFORM\",\"rebuilt\":\"linux-x86_64\","
                        + "\"stored\":\"linux-aarch64\",\"what\":\"platform\"},"
                        + "{\"kind\":\"VERSION\",\"rebuilt\":\"3.1.1\",\"what\":\"xgboost\"}]")
                .contains("\"rebuilt_sha256\":\"bbb", "\"result\":\"EQUAL_WITHIN_TOLERANCE\"", "\"version\":3");
    }

    @Test
    void otherPredictionsAreCounted() {
        assertThat(text(rebuild(Likeness.DIFFERENT, List.of("model.onnx"), List.of(), 12)))
                .startsWith("""
                        DIFFERENT lung-dose@3
                          trained again from its record, it predicts otherwise for 12 of 1,000 labelled rows
                          nothing known differs in how the two were made: record or model were changed, or training here\
                         cannot be repeated

                        files    model.onnx
                        """);
    }

    @Test
    void anotherThresholdIsNotCalledAnotherPrediction() {
        Difference threshold = new Difference(Kind.THRESHOLD, "threshold", "0.5", "0.6");

        assertThat(text(rebuild(Likeness.DIFFERENT, List.of("contract.json"), List.of(threshold), 0)))
                .contains("it parts the classes elsewhere", "threshold  0.5         0.6");
    }

    private static String text(Rebuild rebuild) {
        return new RebuildShow(Style.plain()).text(rebuild);
    }

    private static Rebuild rebuild(
            Likeness likeness, List<String> files, List<Difference> differences, int disagreements) {
        Agreement agreement = new Agreement(1000, disagreements);
        return new Rebuild(VERSION, DATASET, likeness, "b".repeat(64), files, differences, agreement);
    }
}
