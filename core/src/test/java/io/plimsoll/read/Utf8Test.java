package io.plimsoll.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** UTF-8 ends where the JDK's decoder stops. */
final class Utf8Test {
    @Property
    void endsWhereTheDecoderStops(
            @ForAll String text, @ForAll byte[] piece, @ForAll @IntRange(max = 100) int at, @ForAll String more) {
        byte[] good = text.getBytes(StandardCharsets.UTF_8);
        int place = Math.min(at, good.length);
        byte[] bytes = ByteBuffer.allocate(good.length + piece.length + 4 * more.length())
                .put(good, 0, place)
                .put(piece)
                .put(good, place, good.length - place)
                .put(more.getBytes(StandardCharsets.UTF_16BE))
                .array();

        assertThat(Utf8.end(bytes, 0, bytes.length)).isEqualTo(decoded(bytes, 0, bytes.length));
        assertThat(Utf8.end(bytes, place, good.length)).isEqualTo(decoded(bytes, place, good.length));
    }

    @Test
    void everyPairOfBytesThatBeginsACharacterIsKnown() {
        for (int pair = 0; pair < 1 << 16; pair++) {
            byte[] bytes = {(byte) (pair >> 8), (byte) pair, (byte) 0x80, (byte) 0xbf, 'x'};

            assertThat(Utf8.end(bytes, 0, bytes.length)).isEqualTo(decoded(bytes, 0, bytes.length));
        }
    }

    private static int decoded(byte[] bytes, int from, int to) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, CharBuffer.allocate(bytes.length + 1), false);
        return in.position();
    }
}
