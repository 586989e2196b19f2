package io.plimsoll.local.duckdb;

import io.plimsoll.config.SourceConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Flat objects of JSON (RFC 8259), one a line, by one pattern; numbers keep their spelling. */
final class PlainJsonLines {
    private static final int LONGEST = 2_000_000;
    private static final String SPACE = "[ \\t\\r]*+";
    private static final String TEXT = "\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+\"";
    private static final String NUMBER = "-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?(?:[eE][-+]?\\d++)?";
    private static final Pattern EMPTY = Pattern.compile(SPACE + "\\{" + SPACE + "}" + SPACE);
    private static final Pattern MEMBER = Pattern.compile(SPACE + "(" + TEXT + ")" + SPACE + ":" + SPACE + "(" + TEXT
            + "|" + NUMBER + "|true|false|null)" + SPACE + "([,}])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(.{4})|(.))");

    private PlainJsonLines() {}

    static PlainTable read(byte[] file, SourceConfig config) throws Refused {
        String text = PlainCsv.decoded(file, StandardCharsets.UTF_8);
        List<Map<String, @Nullable String>> objects = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (String line : text.replaceFirst("^\ufeff", "").split("\n", -1)) {
            if (line.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                throw new Refused("a line that is too long");
            }
            if (!line.matches(SPACE)) {
                objects.add(object(line, names));
            }
        }
        if (names.isEmpty()) {
            throw new Refused("no columns");
        }
        return PlainTable.of(List.copyOf(names), PlainTable.rows(objects, names), config);
    }

    private static Map<String, @Nullable String> object(String line, Set<String> names) throws Refused {
        Map<String, @Nullable String> object = new HashMap<>();
        if (EMPTY.matcher(line).matches()) {
            return object;
        }
        int at = line.indexOf('{') + 1;
        if (at == 0 || !line.substring(0, at - 1).matches(SPACE)) {
            throw new Refused("no object");
        }
        Matcher member = MEMBER.matcher(line);
        while (true) {
            if (!member.region(at, line.length()).lookingAt()) {
                throw new Refused("no member");
            }
            String name = unquoted(member.group(1));
            if (object.containsKey(name)) {
                throw new Refused("a key twice");
            }
            object.put(name, value(member.group(2)));
            names.add(name);
            at = member.end();
            if (member.group(3).equals("}")) {
                break;
            }
        }
        if (!line.substring(at).matches(SPACE)) {
            throw new Refused("more behind the object");
        }
        return object;
    }

    private static @Nullable String value(String written) throws Refused {
        String value = written.startsWith("\"") ? unquoted(written) : written;
        return value.isEmpty() || written.equals("null") ? null : value;
    }

    private static String unquoted(String quoted) throws Refused {
        String text = ESCAPE.matcher(quoted.substring(1, quoted.length() - 1)).replaceAll(escape -> {
            String code = escape.group(1);
            String plain =
                    code == null ? escaped(escape.group(2)) : Character.toString((char) Integer.parseInt(code, 16));
            return Matcher.quoteReplacement(plain);
        });
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Refused("a NUL, or half a character");
        }
        return text;
    }

    private static String escaped(String letter) {
        int known = "bfnrt".indexOf(letter);
        return known < 0 ? letter : "\b\f\n\r\t".substring(known, known + 1);
    }
}
