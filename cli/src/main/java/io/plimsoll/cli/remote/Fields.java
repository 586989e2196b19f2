package io.plimsoll.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** An object in an answer. What a newer server says beside it is left aside; what is missing or of another kind is {@code SERVER_UNREACHABLE}. */
record Fields(JsonNode object) {
    static Fields read(byte[] json) {
        try {
            return new Fields(CanonicalJson.read(json, JsonNode.class));
        } catch (IOException e) {
            throw notUnderstood("whole JSON");
        }
    }

    String text(String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw notUnderstood(name);
        }
        return value.textValue();
    }

    @Nullable
    String textOrNull(String name) {
        return object.has(name) ? text(name) : null;
    }

    int number(String name) {
        return Math.toIntExact(longNumber(name));
    }

    long longNumber(String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber()) {
            throw notUnderstood(name);
        }
        return value.longValue();
    }

    OptionalInt numberIfAny(String name) {
        return object.has(name) ? OptionalInt.of(number(name)) : OptionalInt.empty();
    }

    boolean flag(String name) {
        JsonNode value = object.path(name);
        if (!value.isBoolean()) {
            throw notUnderstood(name);
        }
        return value.booleanValue();
    }

    Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw notUnderstood(name);
        }
    }

    <E extends Enum<E>> E of(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException e) {
            throw notUnderstood(name);
        }
    }

    <E extends Enum<E>> @Nullable E ofOrNull(Class<E> type, String name) {
        return object.has(name) ? of(type, name) : null;
    }

    Fields part(String name) {
        JsonNode value = object.path(name);
        if (!value.isObject()) {
            throw notUnderstood(name);
        }
        return new Fields(value);
    }

    Optional<Fields> partIfAny(String name) {
        return object.has(name) ? Optional.of(part(name)) : Optional.empty();
    }

    /** Empty where it is absent. */
    List<Fields> list(String name) {
        List<Fields> list = new ArrayList<>();
        object.path(name).forEach(item -> list.add(new Fields(item)));
        return list;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        object.path(name).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** A part as the canonical JSON that it was made from. */
    String json(String name) {
        return CanonicalJson.text(object.path(name));
    }

    /** A part that has the form of a record. */
    <T> T as(Class<T> type, String name) {
        try {
            return CanonicalJson.read(json(name), type);
        } catch (IOException e) {
            throw notUnderstood(name);
        }
    }

    static PlimsollException notUnderstood(String what) {
        return PlimsollException.of(
                ErrorCode.SERVER_UNREACHABLE,
                "the server's answer is not one that this version of Plimsoll reads: " + what,
                "",
                "use the command line of the version that serves, and the address of the server itself");
    }
}
