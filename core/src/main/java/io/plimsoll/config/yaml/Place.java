package io.plimsoll.config.yaml;

import java.util.Comparator;

/**
 * Where something was written.
 *
 * @param source a file relative to the project folder, or an argument such as {@code --set models.ACTIVATION.settings.trees}
 * @param line counted from 1; 0 where the source has no lines
 * @param column counted from 1 in code points; 0 where the source has no lines
 */
public record Place(String source, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> IN_READING_ORDER =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column).thenComparing(Place::source);

    /** A source that is too short to need a line. */
    public static Place of(String source) {
        return new Place(source, 0, 0);
    }

    /** As messages show it: {@code indications/lung.yml:31:15}. */
    public String text() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }

    @Override
    public int compareTo(Place other) {
        return IN_READING_ORDER.compare(this, other);
    }
}
