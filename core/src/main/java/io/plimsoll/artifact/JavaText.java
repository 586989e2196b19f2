package io.plimsoll.artifact;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How text reaches a native library from Java, and how it reaches it from everywhere else.
 *
 * <p>A JNI library that asks Java for the bytes of a string gets <i>modified</i> UTF-8: NUL as two bytes, and each half of a surrogate pair
 * as three. ONNX Runtime's Java API works that way, so a text with such a character has other bytes there than in Python.
 *
 * <p><b>Source</b>: Java Native Interface Specification, chapter 3, "Modified UTF-8 Strings".
 */
final class JavaText {
    private JavaText() {}

    /** Whether Java and the rest of the world spell a text with the same bytes. */
    static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c != 0 && !Character.isSurrogate((char) c));
    }

    /** Every spelling of a text that a graph may meet: one, or two where Java's own differs. */
    static List<ByteString> spellings(String text) {
        List<ByteString> spellings = new ArrayList<>();
        spellings.add(ByteString.copyFromUtf8(text));
        if (!isPlain(text)) {
            spellings.add(modifiedUtf8(text));
        }
        return spellings;
    }

    private static ByteString modifiedUtf8(String text) {
        ByteString.Output bytes = ByteString.newOutput();
        text.chars().forEach(c -> {
            if (c == 0) {
                bytes.write(0xC0);
                bytes.write(0x80);
            } else if (Character.isSurrogate((char) c)) {
                bytes.write(0xE0 | (c >> 12));
                bytes.write(0x80 | ((c >> 6) & 0x3F));
                bytes.write(0x80 | (c & 0x3F));
            } else {
                byte[] plain = String.valueOf((char) c).getBytes(StandardCharsets.UTF_8);
                bytes.write(plain, 0, plain.length);
            }
        });
        return bytes.toByteString();
    }
}
