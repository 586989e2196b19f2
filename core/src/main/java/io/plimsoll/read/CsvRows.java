package io.plimsoll.read;

import io.plimsoll.config.CsvOptions;
import io.plimsoll.read.Problems.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file as they come by: the header's names, then the kinds of the values under each, and what does not fit. */
final class CsvRows {
    /** Bytes of one record. */
    static final int LONGEST = 2_000_000;

    private static final String QUOTES = "double each quote inside a quoted value (RFC 4180)";
    private static final Kind NUL = new Kind(
            "holds %s, so it is not text", "NUL byte", "write the file anew as text; a NUL stands in no value");
    private static final Kind UNCLOSED = Kind.once("has a quote that is not closed", QUOTES);
    private static final Kind BEHIND_QUOTE = new Kind("has text behind a closing quote in %s", "value", QUOTES);
    private static final Kind BEFORE_QUOTE = new Kind(
            "has spaces before an opening quote in %s", "value", "put the quote first, or take the quotes away");
    private static final Kind TOO_LONG = Kind.once(
            "has a row that is longer than 2,000,000 bytes", "look for a quote that is not closed, or shorten the row");

    private final CsvOptions options;
    private final Problems problems;
    private final WrittenNulls nulls;
    private final Set<String> spare;
    private byte[] value = new byte[256];
    private int length;
    private int field;
    private long quoteLine;
    private long recordLine = 1;
    private long count;
    private boolean lost;
    private List<String> names = new ArrayList<>();
    private final List<ColumnKinds> kinds = new ArrayList<>();
    /** Of each column; null where nobody wants to know. */
    private @Nullable LookedColumn[] looked = new LookedColumn[0];

    private boolean header = true;

    CsvRows(CsvOptions options, Problems problems) {
        this(options, problems, Set.of());
    }

    /** @param spare columns of which nobody wants to know what they hold */
    CsvRows(CsvOptions options, Problems problems, Set<String> spare) {
        this.spare = spare;
        this.options = options;
        this.problems = problems;
        this.nulls = new WrittenNulls(options.nulls());
    }

    /** Whether nothing that follows can be understood. */
    boolean isLost() {
        return lost;
    }

    void value(byte next) {
        if (length == value.length) {
            if (!header && length > ValueKind.LONGEST && nulls.longest() < length) {
                return;
            }
            value = Arrays.copyOf(value, 2 * length);
        }
        value[length++] = next;
    }

    /** Several at once, of which none ends the value. */
    void values(byte[] utf8, int from, int to) {
        int count = to - from;
        if (length + count > value.length) {
            if (!header && length > ValueKind.LONGEST && nulls.longest() < length) {
                return;
            }
            value = Arrays.copyOf(value, Math.max(2 * value.length, length + count));
        }
        System.arraycopy(utf8, from, value, length, count);
        length += count;
    }

    boolean isBlankSoFar() {
        for (int i = 0; i < length; i++) {
            if (value[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    void quote(long line, boolean behindSpaces) {
        quoteLine = line;
        if (behindSpaces && !header) {
            problems.add(BEFORE_QUOTE, line);
        }
        length = 0;
    }

    void behindQuote(long line) {
        problems.add(BEHIND_QUOTE, line);
    }

    void nul(long line) {
        problems.add(NUL, line);
    }

    void tooLong(boolean quoted) {
        problems.add(quoted ? UNCLOSED : TOO_LONG, quoted ? quoteLine : recordLine);
        lost = true;
    }

    void unclosed() {
        if (header) {
            problems.add(CsvHeader.UNCLOSED, 1);
        } else {
            problems.add(UNCLOSED, quoteLine);
        }
        lost = true;
    }

    /** A whole value at once, which stands in no quotes. */
    void field(byte[] utf8, int from, int to) {
        look(utf8, from, to);
        field++;
    }

    void endField(boolean quoted) {
        if (header) {
            names.add(new String(value, 0, length, StandardCharsets.UTF_8));
        } else {
            look(value, 0, length);
        }
        field++;
        length = 0;
    }

    private void look(byte[] utf8, int from, int to) {
        LookedColumn of = field < looked.length ? looked[field] : null;
        if (of != null && !nulls.contains(utf8, from, to)) {
            of.look(utf8, from, to, recordLine);
        }
    }

    /** @param nextLine on which the next record begins */
    void endRecord(long nextLine) {
        if (header) {
            if (problems.isEmpty()) {
                // else the header may have taken in rows, and what a fault shows as a name may be a value
                new CsvHeader(names, options.delimiter()).check(problems);
            }
            lost = !problems.isEmpty();
            names.forEach(name -> kinds.add(new ColumnKinds()));
            looked = IntStream.range(0, names.size())
                    .mapToObj(i -> spare.contains(names.get(i))
                            ? null
                            : new LookedColumn(kinds.get(i), options.decimal().symbol()))
                    .toArray(LookedColumn[]::new);
            header = false;
        } else {
            count++;
            if (field != names.size()) {
                problems.add(otherFields(), recordLine);
            }
        }
        field = 0;
        recordLine = nextLine;
    }

    void skipLine(long nextLine) {
        recordLine = nextLine;
    }

    void end() {
        if (count == 0 && problems.isEmpty()) {
            problems.add(Kind.once("has a header and no rows", "give a file with at least one row"), 0);
        }
    }

    private Kind otherFields() {
        String few = names.size() == 1 ? "1 field" : names.size() + " fields";
        String name = options.delimiter().name().toLowerCase(Locale.ROOT);
        return new Kind(
                "has %s with another number of fields than its header, which has " + few,
                "row",
                "mend them; a value that holds a " + name + " stands in double quotes");
    }

    List<String> names() {
        return names;
    }

    List<ColumnKinds> kinds() {
        return kinds;
    }

    long count() {
        return count;
    }
}
