package io.plimsoll.fault;

/**
 * One thing that is wrong, in the two lines that a person reads.
 *
 * @param what one sentence without a data value: counts, columns and limits only
 * @param where a file with line and column, a step, a column or a model; empty when {@code what} says it already
 * @param help what to do next
 */
public record Fault(ErrorCode code, String what, String where, String help) {
    /** {@code error[CODE]: what, where}, on one line whatever the parts contain. */
    public String line() {
        String place = where.isEmpty() ? "" : ", " + where;
        return "error[" + code + "]: " + oneLine(what + place);
    }

    /** {@code warning[CODE]: what, where}: it is worth knowing, and ends nothing. */
    public String warning() {
        return line().replaceFirst("^error", "warning");
    }

    /** {@code help: what to do}. */
    public String advice() {
        return "help: " + oneLine(help);
    }

    /** Without what ends a line for anyone: control characters, and Unicode's own line and paragraph separators. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
