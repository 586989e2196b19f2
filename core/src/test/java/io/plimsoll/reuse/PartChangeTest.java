package io.plimsoll.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.step.StepName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartChangeTest {
    private static final KeyParts BEFORE = KeyParts.of(StepName.TRAIN)
            .with("seed", 0)
            .with("settings", Map.of("trees", 250, "depth", 4))
            .with("guardrail.rules", List.of(Map.of("metric", "auc", "at_least", 0.6)))
            .with("champion", Map.of("version", "lung@2", "model_sha256", "b"));

    @Test
    void whatIsTheSameIsNotTold() {
        assertThat(changes(BEFORE)).isEmpty();
    }

    @Test
    void saysWhereInsideOfAPart() {
        assertThat(changes(BEFORE.with("settings", Map.of("trees", 300, "depth", 4))))
                .containsExactly("settings.trees 250 300");
        assertThat(changes(BEFORE.with("guardrail.rules", List.of(Map.of("metric", "auc", "at_least", 0.7)))))
                .containsExactly("guardrail.rules.0.at_least 0.6 0.7");
        assertThat(changes(BEFORE.with("seed", 1).with("intervals", 0.9)))
                .containsExactly("intervals null 0.9", "seed 0 1");
    }

    @Test
    void anOpponentIsOneThing() {
        assertThat(PartChange.between(
                        BEFORE.parts(),
                        BEFORE.with("champion", Map.of("version", "lung@3", "model_sha256", "c"))
                                .parts()))
                .singleElement()
                .satisfies(change -> assertThat(change.part()).isEqualTo("champion"));
    }

    @Test
    void aPartThatIsOtherAllOverHasSimplyChanged() {
        Map<String, Integer> many = Map.of("a", 1, "b", 1, "c", 1, "d", 1, "e", 1, "f", 1, "g", 1);

        assertThat(PartChange.between(
                        BEFORE.parts(), BEFORE.with("settings", many).parts()))
                .singleElement()
                .satisfies(change -> assertThat(change.part()).isEqualTo("settings"));
    }

    @Test
    void theKeyFollowsFromThePartsInWhateverOrder() {
        KeyParts one = KeyParts.of(StepName.SPLIT).with("a", 1).with("b", List.of("x"));
        KeyParts other = KeyParts.of(StepName.SPLIT).with("b", List.of("x")).with("a", 1);

        assertThat(one.key()).isEqualTo(other.key()).hasSize(64);
        assertThat(one.with("c", true).key()).isNotEqualTo(one.key());
        assertThat(KeyParts.read(one.json())).isEqualTo(one);
        assertThat(KeyParts.of(StepName.TRAIN)
                        .with("a", 1)
                        .with("b", List.of("x"))
                        .key())
                .isNotEqualTo(one.key());
    }

    private static List<String> changes(KeyParts now) {
        return PartChange.between(BEFORE.parts(), now.parts()).stream()
                .map(change -> change.part() + " " + change.before() + " " + change.now())
                .toList();
    }
}
