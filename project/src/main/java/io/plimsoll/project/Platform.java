package io.plimsoll.project;

import java.util.Locale;

/** The kind of machine, as far as it can change the bytes of a model. */
final class Platform {
    private Platform() {}

    /** {@code linux-x86_64}. */
    static String name() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).replaceAll("\\s.*", "");
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return os + "-" + (processor.equals("amd64") ? "x86_64" : processor);
    }
}
