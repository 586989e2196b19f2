package io.plimsoll.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a form on one of our pages was filled in with. Of a field that comes twice the first counts. */
public record FormFields(Map<String, String> fields) {
    private static final String TYPE = "application/x-www-form-urlencoded";

    public FormFields {
        fields = Map.copyOf(fields);
    }

    /** Nothing, where the body is no form. It may be read again afterwards. */
    public static FormFields of(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        Map<String, String> fields = new LinkedHashMap<>();
        if (type.startsWith(TYPE)) {
            for (String pair : body(request).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return new FormFields(fields);
    }

    /** What a field says, without space around it; empty where it is not there. */
    public String get(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private static String body(HttpServletRequest request) {
        try {
            return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not written as forms write it is taken as it stands. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
