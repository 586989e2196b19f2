package io.plimsoll.project.surroundings;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The terminal of this process, which then shows nothing of what is typed, or its standard input where that is no terminal. */
record TypedSecrets(InputStream in) implements SecretInput {
    private static final int LONGEST = 4_096;

    @Override
    public boolean isPerson() {
        return terminal().isPresent();
    }

    @Override
    public Optional<String> line(String prompt) {
        Optional<Console> terminal = terminal();
        return terminal.isPresent()
                ? Optional.ofNullable(terminal.get().readPassword("%s: ", prompt))
                        .map(String::new)
                : read();
    }

    private static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(TypedSecrets::isTerminal);
    }

    /** Before Java 22 there is a console only where there is a terminal, and nothing to ask it. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a console that does not say what it is", e);
        }
    }

    private Optional<String> read() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = in.read();
            boolean isEmpty = next < 0;
            while (next >= 0 && next != '\n' && line.size() < LONGEST) {
                line.write(next);
                next = in.read();
            }
            String text = line.toString(StandardCharsets.UTF_8);
            String withoutReturn = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            return isEmpty ? Optional.empty() : Optional.of(withoutReturn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
