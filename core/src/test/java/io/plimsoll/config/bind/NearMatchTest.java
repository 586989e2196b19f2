package io.plimsoll.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMatchTest {
    private static final List<String> KNOWN = List.of(
            "auc",
            "average_precision",
            "log_loss",
            "mape",
            "wape",
            "mae",
            "rmse",
            "r2",
            "guardrail",
            "target",
            "key",
            "lung");

    @ParameterizedTest
    @CsvSource({
        "mpae, mape",
        "maep, mape",
        "mapee, mape",
        "AUC, auc",
        "log-loss, log_loss",
        "logloss, log_loss",
        "avarage_precison, average_precision",
        "gaurdrial, guardrail",
        "guardrails, guardrail",
        "taget, target",
        "kye, key",
        "lnug, lung",
        "rsme, rmse"
    })
    void slipsOfTheFingersAreFound(String typed, String meant) {
        assertThat(NearMatch.of(typed, KNOWN)).hasValue(meant);
        assertThat(NearMatch.hint(typed, KNOWN)).isEqualTo(" (did you mean '" + meant + "'?)");
    }

    @ParameterizedTest
    @CsvSource({"x", "accuracy", "precision", "xyz", "r", "hematology", "loss", "''", "aaa"})
    void otherWordsAreLeftAlone(String typed) {
        assertThat(NearMatch.of(typed, KNOWN)).isEmpty();
        assertThat(NearMatch.hint(typed, KNOWN)).isEmpty();
    }

    @Test
    void veryLongWordsAreNoMatchAndTakeNoTime() {
        assertThat(NearMatch.of("a".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
