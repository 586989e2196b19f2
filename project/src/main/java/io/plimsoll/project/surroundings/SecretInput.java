package io.plimsoll.project.surroundings;

import java.util.Optional;

/** Where secrets come from: a person who types them, or standard input. Never an argument, which every user of the machine can read. */
public interface SecretInput {
    /** Whether a person types, and may mistype. */
    boolean isPerson();

    /**
     * The next line, without its end.
     *
     * @param prompt what a person is asked for
     */
    Optional<String> line(String prompt);
}
