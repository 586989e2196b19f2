package io.plimsoll.cli.show;

import io.plimsoll.project.surroundings.Surroundings;

/** Colours, where a terminal shows them and the user has not said {@code NO_COLOR}. */
public final class Style {
    private final boolean colours;

    private Style(boolean colours) {
        this.colours = colours;
    }

    public static Style of(Surroundings surroundings) {
        boolean wanted = surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty();
        return new Style(surroundings.terminal() && wanted);
    }

    public static Style plain() {
        return new Style(false);
    }

    public String bold(String text) {
        return wrap("1", text);
    }

    public String good(String text) {
        return wrap("32", text);
    }

    public String bad(String text) {
        return wrap("31", text);
    }

    public String unsure(String text) {
        return wrap("33", text);
    }

    public String faint(String text) {
        return wrap("2", text);
    }

    private String wrap(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
