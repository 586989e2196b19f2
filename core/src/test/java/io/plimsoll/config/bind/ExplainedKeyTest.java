package io.plimsoll.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExplainedKeyTest {
    @Test
    void saysOfEachKeyWhatItMayBeAndWhatItIsOtherwise() {
        assertThat(ExplainedKey.of(All.class))
                .containsExactly(
                        new ExplainedKey("trees", "whole number, 1 to 10000", "250", "Number of trees"),
                        new ExplainedKey("rate", "number, above 0, at most 1", null, ""),
                        new ExplainedKey("share", "share, 5% to 50%", "20%", ""),
                        new ExplainedKey("least", "number, at least 0", "the mean", ""),
                        new ExplainedKey("way", "for each name: up | down", "{}", ""),
                        new ExplainedKey("names", "list of: text", "[]", ""),
                        new ExplainedKey("inner", "keys of its own", "none", ""),
                        new ExplainedKey("inner.switch_on", "true | false", "true", ""));
    }

    private enum Way {
        UP,
        DOWN
    }

    private record Inner(@Default("true") boolean switchOn) {}

    private record All(
            @Description("Number of trees") @Default("250") @Range(min = 1, max = 10_000)
            int trees,

            @Range(above = 0, max = 1) double rate,

            @Default("20%") @Range(min = 0.05, max = 0.5) Percentage share,

            @Nullable @DefaultsTo("the mean") @Range(min = 0)
            Double least,

            @Default("{}") Map<String, Way> way,

            @Default("[]") List<String> names,

            @Nullable Inner inner) {}
}
