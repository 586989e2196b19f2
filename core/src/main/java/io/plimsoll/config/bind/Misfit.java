package io.plimsoll.config.bind;

/** A value that is not what its key needs. The message is a sentence about the value, without its place: {@code needs a number, not text}. */
public final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String help;

    /** A misfit for which the help is that of the type. */
    public Misfit(String sentence) {
        this(sentence, "");
    }

    Misfit(String sentence, String help) {
        super(sentence, null, false, false);
        this.help = help;
    }

    /** What to write instead; empty for the usual help. */
    String help() {
        return help;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
