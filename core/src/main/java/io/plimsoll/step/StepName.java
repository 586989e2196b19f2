package io.plimsoll.step;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of runs. Which of them a run takes is said by its {@link RunKind}. */
public enum StepName {
    READ(1),
    PREPROCESS(2),
    VALIDATE(3),
    SPLIT(4),
    TRANSFORM(5),
    TRAIN(6),
    EVALUATE(7),
    REGISTER(8),
    PREDICT(4),
    DELIVER(5);

    private final int number;

    StepName(int number) {
        this.number = number;
    }

    /** Its place in the order of its kind of run, from 1. */
    public int number() {
        return number;
    }

    /** As people write it: {@code preprocess}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step's folder among a run's files: {@code 02-preprocess}. */
    public String folder() {
        return String.format(Locale.ROOT, "%02d-%s", number, label());
    }

    public static Optional<StepName> byLabel(String label) {
        return Arrays.stream(values())
                .filter(step -> step.label().equals(label))
                .findFirst();
    }
}
