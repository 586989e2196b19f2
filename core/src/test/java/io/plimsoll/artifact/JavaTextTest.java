package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class JavaTextTest {
    @Test
    void hasOneSpellingWhereJavaAndTheWorldAgree() {
        assertThat(JavaText.spellings("Größe 中国")).containsExactly(ByteString.copyFromUtf8("Größe 中国"));
    }

    @Property
    void alsoSpellsAsJavaDoes(@ForAll @StringLength(max = 20) String text) throws IOException {
        List<ByteString> spellings = JavaText.spellings(text + "😀");

        assertThat(spellings)
                .containsExactly(ByteString.copyFrom(text + "😀", StandardCharsets.UTF_8), modifiedUtf8(text + "😀"));
    }

    /** The same encoding as the JDK writes it for its own streams, after two bytes of length. */
    private static ByteString modifiedUtf8(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(text);
        }
        return ByteString.copyFrom(bytes.toByteArray()).substring(2);
    }
}
