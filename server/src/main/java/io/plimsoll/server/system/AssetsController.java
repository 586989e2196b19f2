package io.plimsoll.server.system;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.server.security.Open;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The style sheet, the script and the mark. There is nothing else that a page asks for, and nothing in them that not everybody may see. */
@RestController
public final class AssetsController {
    private final Asset style = Asset.of("plimsoll.css", new MediaType("text", "css"));
    private final Asset script = Asset.of("plimsoll.js", new MediaType("text", "javascript"));
    private final Asset mark = Asset.of("mark.svg", new MediaType("image", "svg+xml"));

    AssetsController() {}

    private record Asset(MediaType type, byte[] bytes, String tag) {
        static Asset of(String name, MediaType type) {
            String place = "/io/plimsoll/server/pages/" + name;
            try (InputStream in = Objects.requireNonNull(AssetsController.class.getResourceAsStream(place), place)) {
                byte[] bytes = in.readAllBytes();
                return new Asset(type, bytes, "\"" + Sha256.of(bytes) + "\"");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Browsers keep it, and ask whether it is still so. */
        ResponseEntity<byte[]> answer() {
            return ResponseEntity.ok()
                    .contentType(type)
                    .eTag(tag)
                    .cacheControl(CacheControl.noCache())
                    .body(bytes);
        }
    }

    @Open
    @GetMapping("/plimsoll.css")
    ResponseEntity<byte[]> style() {
        return style.answer();
    }

    @Open
    @GetMapping("/plimsoll.js")
    ResponseEntity<byte[]> script() {
        return script.answer();
    }

    @Open
    @GetMapping("/mark.svg")
    ResponseEntity<byte[]> mark() {
        return mark.answer();
    }
}
