package io.plimsoll.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.YamlReader;
import io.plimsoll.fault.PlimsollException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The walk over records, on records of our own. */
class BinderTest {
    private static final Grammar GRAMMAR =
            new Grammar(List.of(), Map.of("near", Near.class, "far", Far.class), Map.of());

    enum Colour {
        RED,
        DARK_GREEN
    }

    @Shorthand("path")
    record Source(String path, @Nullable Colour colour) {}

    sealed interface Split {}

    record Folds(
            @Range(min = 2, max = 20) int folds,
            @Default("7") long seed) implements Split {}

    record Holdout(Percentage holdout) implements Split {}

    record Near(@Default("1") double metres) {}

    record Far(@Default("1") @Range(above = 0) double miles, String unit) {
        Far {
            if (unit.equals("parsec")) {
                throw new IllegalArgumentException("unit and miles do not go together");
            }
        }
    }

    record Everything(
            @Named(pattern = "[a-z]+", says = "letters") String name,
            @Default("{folds: 5}") Split split,

            @Default("{}") @NotEmpty @Named(pattern = "[a-z]+", says = "letters")
            Map<String, Source> sources,

            @Default("[red]") List<Colour> colours,
            @Default("near") String kind,
            @Default("{}") @ChosenBy("kind") Record distance,
            @Default("true") boolean flag,
            @Default("10") @Range(max = 10) int most,
            @Default("10") @Range(min = 10) long least,
            @Default("50%") @Range(min = 0.1, max = 0.5) Percentage share) {}

    @Test
    void aWholeRecordIsBoundWithItsDefaults() {
        Everything bound = bind("name: abc\nsources: {a: x.csv, b: {path: y.csv, colour: dark_green}}\n");

        assertThat(bound)
                .isEqualTo(new Everything(
                        "abc",
                        new Folds(5, 7),
                        Map.of("a", new Source("x.csv", null), "b", new Source("y.csv", Colour.DARK_GREEN)),
                        List.of(Colour.RED),
                        "near",
                        new Near(1),
                        true,
                        10,
                        10,
                        new Percentage(0.5)));
        assertThat(bound.sources().keySet()).containsExactly("a", "b");
    }

    @Test
    void theJsonOfARecordBindsToAnEqualOne() {
        Everything bound = bind(
                "{name: abc, sources: {b: y}, split: {holdout: 33%}, kind: far, distance: {unit: mile}, flag: false}");

        String json = new JsonForm(GRAMMAR).of(bound).toString();

        assertThat(bind(json)).isEqualTo(bound);
        assertThat(json).contains("\"holdout\":0.33").contains("\"unit\":\"mile\"");
    }

    @Test
    void aChoiceIsToldByItsKeys() {
        assertThat(faults("{name: a, sources: {a: x}, split: {holdout: 20%, folds: 3}}"))
                .isEqualTo("error[CONFIG_INVALID]: split: has folds and holdout, which exclude each other, f.yml:1:35");
        assertThat(faults("{name: a, sources: {a: x}, split: {fold: 3}}"))
                .contains("split: 'fold' is not a key here (did you mean 'folds'?)");
        assertThat(faults("{name: a, sources: {a: x}, split: {}}")).contains("needs one of these keys: folds, holdout");
        assertThat(faults("{name: a, sources: {a: x}, split: 5}"))
                .contains("split: needs a mapping of keys, not a whole number");
    }

    @Test
    void aPartIsChosenByTheWordOfAnotherKey() {
        assertThat(bind("{name: a, sources: {a: x}, kind: far, distance: {miles: 3, unit: mile}}")
                        .distance())
                .isEqualTo(new Far(3, "mile"));
        assertThat(faults("{name: a, sources: {a: x}, kind: fra, distance: {miles: 3}}"))
                .contains("kind: 'fra' is not a kind (did you mean 'far'?)");
        assertThat(faults("{name: a, sources: {a: x}, kind: far, distance: {miles: 0, unti: mile}}"))
                .contains("distance.miles: must be more than 0, is '0'")
                .contains("distance: 'unti' is not a key here (did you mean 'unit'?)")
                .doesNotContain("is missing");
    }

    @Test
    void whatARecordItselfRefusesIsAFaultLikeOthers() {
        assertThat(faults("{name: a, sources: {a: x}, kind: far, distance: {miles: 3, unit: parsec}}"))
                .isEqualTo("error[CONFIG_INVALID]: distance: unit and miles do not go together, f.yml:1:49");
    }

    @Test
    void rangesAndNamesAreHeld() {
        assertThat(faults("{name: A, sources: {a: x, B: y}, most: 11, least: 9, share: 60%, split: {folds: 21}}"))
                .contains("name: 'A' is not a valid name")
                .contains("sources.B: 'B' is not a valid name")
                .contains("most: must be at most 10, is '11'")
                .contains("least: must be at least 10, is '9'")
                .contains("share: must be from 10% to 50%, is '60%'")
                .contains("split.folds: must be from 2 to 20, is '21'");
    }

    @Test
    void textHasNoControlCharacters() {
        assertThat(faults("{name: \"a\\u0007\", sources: {a: \"x\\ey\"}}"))
                .contains("name: has a control character in it")
                .contains("sources.a: has a control character in it");
    }

    @Test
    void aDefaultIsNoExcuseForAnEmptyMap() {
        assertThat(faults("{name: a}")).contains("sources: is empty");
    }

    private static Everything bind(String yaml) {
        Faults faults = new Faults();
        Node root = new YamlReader(faults).text(yaml, "f.yml").orElseThrow();
        Optional<Everything> bound = new Binder(GRAMMAR, faults).bind(Everything.class, root);
        faults.throwIfAny();
        return bound.orElseThrow();
    }

    private static String faults(String yaml) {
        try {
            return "no fault in " + bind(yaml);
        } catch (PlimsollException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
