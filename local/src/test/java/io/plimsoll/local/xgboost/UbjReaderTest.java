package io.plimsoll.local.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UbjReaderTest {
    @Test
    void readsPlainContainers() {
        assertThat(read("{i", 1, "a[Ti", 7, "ZFS", "i", 2, "hiC!]i", 1, "b{}}"))
                .isEqualTo(Map.of("a", Arrays.asList(true, 7.0, null, false, "hi", "!"), "b", Map.of()));
    }

    @Test
    void readsCountedContainers() {
        assertThat(read("[#i", 2, "TF")).isEqualTo(List.of(true, false));
        assertThat(read("{#i", 1, "i", 1, "aT")).isEqualTo(Map.of("a", true));
        assertThat(read("{$i#i", 1, "i", 1, "a", 5)).isEqualTo(Map.of("a", 5.0));
        assertThat(read("[$S#i", 1, "i", 2, "hi")).isEqualTo(List.of("hi"));
        assertThat(read("[$U#i", 2, 255, 1)).isEqualTo(new double[] {255, 1});
    }

    @Test
    void passesOverNothing() {
        assertThat(read("N[NTN]")).isEqualTo(List.of(true));
    }

    @Property
    void readsNumbersExactly(@ForAll float[] floats, @ForAll int[] ints) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("[[$d#l");
        out.writeInt(floats.length);
        for (float value : floats) {
            out.writeFloat(value);
        }
        out.writeBytes("[$l#L");
        out.writeLong(ints.length);
        for (int value : ints) {
            out.writeInt(value);
        }
        out.writeBytes("]");

        double[] first = new double[floats.length];
        Arrays.setAll(first, i -> floats[i]);
        assertThat(UbjReader.read(bytes.toByteArray())).isInstanceOfSatisfying(List.class, list -> {
            assertThat(list.get(0)).isEqualTo(first);
            assertThat(list.get(1))
                    .isEqualTo(Arrays.stream(ints).asDoubleStream().toArray());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{",
                "{i",
                "[T",
                "S",
                "Sl",
                "[$d",
                "[$d#",
                "[$dT",
                "TT",
                "?",
                "[$d#l\u007f\u007f\u007f\u007f",
                "SlZZZZ",
                "Si\u00ff",
                "d\0"
            })
    void refusesWhatIsCutShortOrPromisesTooMuch(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToGoTooDeep() {
        assertThatThrownBy(() -> read("[".repeat(20_000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void neverFailsInAnotherWay(@ForAll byte[] noise) {
        try {
            UbjReader.read(noise);
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessageContaining("UBJSON");
        }
    }

    /** Texts byte by byte, and single bytes. */
    private static @Nullable Object read(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer number) {
                bytes.write(number);
            } else {
                bytes.writeBytes(part.toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return UbjReader.read(bytes.toByteArray());
    }
}
