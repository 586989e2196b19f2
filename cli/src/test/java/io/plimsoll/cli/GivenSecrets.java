package io.plimsoll.cli;

import io.plimsoll.project.surroundings.SecretInput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Lines that are there already, as a person types them or as standard input has them. */
final class GivenSecrets implements SecretInput {
    private final boolean person;
    private final Deque<String> lines;

    private GivenSecrets(boolean person, List<String> lines) {
        this.person = person;
        this.lines = new ArrayDeque<>(lines);
    }

    static GivenSecrets none() {
        return new GivenSecrets(false, List.of());
    }

    static GivenSecrets typed(String... lines) {
        return new GivenSecrets(true, List.of(lines));
    }

    static GivenSecrets piped(String... lines) {
        return new GivenSecrets(false, List.of(lines));
    }

    @Override
    public boolean isPerson() {
        return person;
    }

    @Override
    public Optional<String> line(String prompt) {
        return Optional.ofNullable(lines.poll());
    }
}
