package io.plimsoll.read;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.guard.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with one file: each kind of mistake once, with its count and the lines of the first few. */
final class Problems {
    private static final int NAMED_LINES = 5;

    /**
     * A kind of mistake.
     *
     * @param what one sentence of which {@code %s} is the number of places: {@code 3 rows}
     * @param noun what is counted; empty for what is there once
     */
    record Kind(String what, String noun, String help) {
        /** A mistake of the whole file, or at one place. */
        static Kind once(String what, String help) {
            return new Kind(what, "", help);
        }
    }

    private static final class Places {
        private final List<Long> lines = new ArrayList<>();
        private long count;
    }

    private final String source;
    private final String shown;
    private final Map<Kind, Places> found = new LinkedHashMap<>();

    /** @param shown the file's path for messages */
    Problems(String source, String shown) {
        this.source = source;
        this.shown = shown;
    }

    /** @param line from 1; 0 for the whole file */
    void add(Kind kind, long line) {
        add(kind, 1, line);
    }

    void add(Kind kind, long count, long firstLine) {
        Places places = found.computeIfAbsent(kind, k -> new Places());
        places.count += count;
        if (firstLine > 0 && places.lines.size() < NAMED_LINES && !places.lines.contains(firstLine)) {
            places.lines.add(firstLine);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Fault> faults() {
        return found.entrySet().stream()
                .map(entry -> fault(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Fault fault(Kind kind, Places places) {
        String what = kind.noun().isEmpty()
                ? kind.what()
                : kind.what().replace("%s", Figures.count(places.count, kind.noun())) + alsoOn(places);
        String where = places.lines.isEmpty() ? shown : shown + ":" + places.lines.get(0);
        return new Fault(ErrorCode.SOURCE_MALFORMED, "source '" + source + "' " + what, where, kind.help());
    }

    private static String alsoOn(Places places) {
        if (places.lines.size() < 2) {
            return "";
        }
        String lines = places.lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return " (lines " + lines + (places.count > places.lines.size() ? ", …)" : ")");
    }
}
