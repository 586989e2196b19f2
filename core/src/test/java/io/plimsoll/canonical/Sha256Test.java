package io.plimsoll.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first two digests are those of NIST's examples for FIPS 180-4. */
class Sha256Test {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path dir;

    @Test
    void hashesTextAsUtf8() {
        assertThat(Sha256.of("abc")).isEqualTo(OF_ABC);
        assertThat(Sha256.of("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Sha256.of("肺")).isEqualTo(Sha256.of("肺".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hashesPiecesAsAWhole() {
        byte[] abc = "abc".getBytes(StandardCharsets.UTF_8);

        String sha256 = new Sha256()
                .add(abc, 0, 1)
                .add(ByteBuffer.wrap(abc, 1, 1))
                .add(new byte[] {'c'})
                .hex();

        assertThat(sha256).isEqualTo(OF_ABC);
    }

    @Test
    void hashesAFileOfAnyLength() throws IOException {
        byte[] content = new byte[200_001];
        new Random(1).nextBytes(content);
        Path file = Files.write(dir.resolve("file"), content);

        assertThat(Sha256.of(file)).isEqualTo(Sha256.of(content));
        assertThat(Sha256.of(Files.write(dir.resolve("empty"), new byte[0]))).isEqualTo(Sha256.of(""));
    }
}
