package io.plimsoll.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    record Example(String zeta, double alphaValue, @Nullable String absent, List<Integer> numbers) {}

    private static final Example EXAMPLE = new Example("Größe \"肺\" 🚢\n", 0.1, null, List.of(3, 1, 2));

    @Test
    void sortsKeysInSnakeCaseAndLeavesOutWhatIsAbsent() {
        assertThat(CanonicalJson.text(EXAMPLE))
                .isEqualTo("{\"alpha_value\":0.1,\"numbers\":[3,1,2],\"zeta\":\"Größe \\\"肺\\\" 🚢\\n\"}");
    }

    @Test
    void sortsMapsAtEveryDepthByCodeUnits() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("b", 1);
        inner.put("B", 2);
        inner.put("ä", 3);
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("z", List.of(inner));
        outer.put("10", true);
        outer.put("9", false);

        assertThat(CanonicalJson.text(outer)).isEqualTo("{\"10\":true,\"9\":false,\"z\":[{\"B\":2,\"b\":1,\"ä\":3}]}");
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        assertThat(CanonicalJson.read(CanonicalJson.text(EXAMPLE), Example.class))
                .isEqualTo(EXAMPLE);
        assertThat(CanonicalJson.read(CanonicalJson.bytes(EXAMPLE), Example.class))
                .isEqualTo(EXAMPLE);
        assertThat(CanonicalJson.read(CanonicalJson.indented(EXAMPLE), Example.class))
                .isEqualTo(EXAMPLE);
    }

    @Test
    void indentsForPeople() {
        assertThat(CanonicalJson.indented(Map.of("b", List.of(1, 2), "a", Map.of())))
                .isEqualTo("{\n  \"a\" : { },\n  \"b\" : [\n    1,\n    2\n  ]\n}\n");
    }

    /** Shortest texts, also where Java before 19 writes a digit too many: 2.0E-3 and 2^-44 among them. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "100, 100.0",
        "1e7, 1.0E7",
        "1e-3, 0.001",
        "2e23, 2.0E23",
        "1e23, 1.0E23",
        "8.41e21, 8.41E21",
        "5.684341886080802e-14, 5.684341886080802E-14",
        "4.9e-324, 4.9E-324",
        "-0.0, -0.0",
    })
    void writesNumbersAlikeOnEveryJava(double value, String text) {
        assertThat(CanonicalJson.number(value)).isEqualTo(text);
        assertThat(CanonicalJson.text(List.of(value))).isEqualTo("[" + text + "]");
        assertThat(CanonicalJson.indented(List.of(value))).contains(text);
    }

    @Test
    void writesFloatsAsShortAsTheyAre() {
        assertThat(CanonicalJson.text(List.of(0.1f, 1.0E10f, 3.3554432E7f))).isEqualTo("[0.1,1.0E10,3.3554432E7]");
    }

    @Property(tries = 2000)
    void everyFiniteNumberReadsBackAsItself(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            String text = CanonicalJson.number(value);
            assertThat(Double.doubleToLongBits(Double.parseDouble(text))).isEqualTo(Double.doubleToLongBits(value));
            assertThat(text.length()).isLessThanOrEqualTo(Double.toString(value).length());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatJsonCannotSay(double value) {
        assertThatThrownBy(() -> CanonicalJson.text(Map.of("deep", List.of(value))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.text(List.of((float) value)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"zeta\":\"a\",\"zeta\":\"b\"}",
                "{\"zeta\":\"a\",\"unknown\":1}",
                "{\"zeta\":\"a\"} {}",
                "{\"zeta\":",
                "{\"alpha_value\":\"x\"}"
            })
    void refusesToReadWhatItCannotHaveWritten(String json) {
        assertThatThrownBy(() -> CanonicalJson.read(json, Example.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void hashesTheCanonicalBytes() {
        String sha256 = Sha256.of("{\"a\":1,\"b\":2}".getBytes(StandardCharsets.UTF_8));

        assertThat(CanonicalJson.sha256(Map.of("b", 2, "a", 1))).isEqualTo(sha256);
    }

    @Test
    void keepsNullsInsideLists() {
        assertThat(CanonicalJson.text(Arrays.asList(1, null, "x"))).isEqualTo("[1,null,\"x\"]");
    }
}
