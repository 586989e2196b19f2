package io.plimsoll.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.DataConfig;
import io.plimsoll.config.GuardrailConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.step.StepName;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigPartsTest {
    /** Sources are followed one by one, and the mode says what follows from a decision, which nothing is reused of. */
    private static final List<String> ELSEWHERE = List.of("data.sources", "guardrail.mode");

    /** Of these the keys below are followed. */
    private static final Set<String> SECTIONS = Set.of("data", "guardrail");

    @Test
    void everyKeyOfAModelTypeIsFollowedByAStep() {
        Set<String> followed = new TreeSet<>(ELSEWHERE);
        ConfigParts.KEYS.values().forEach(followed::addAll);

        assertThat(followed)
                .containsExactlyElementsOf(new TreeSet<>(Stream.of(
                                keys("", ModelConfig.class).filter(key -> !SECTIONS.contains(key)),
                                keys("data.", DataConfig.class),
                                keys("guardrail.", GuardrailConfig.class))
                        .flatMap(keys -> keys)
                        .toList()));
    }

    @Test
    void everyStepButTheFirstAndTheLastFollowsSome() {
        assertThat(ConfigParts.KEYS.keySet())
                .containsExactlyInAnyOrder(
                        StepName.PREPROCESS,
                        StepName.VALIDATE,
                        StepName.SPLIT,
                        StepName.TRANSFORM,
                        StepName.TRAIN,
                        StepName.EVALUATE);
    }

    private static Stream<String> keys(String section, Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> section + name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }
}
