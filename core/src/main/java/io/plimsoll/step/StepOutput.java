package io.plimsoll.step;

/** What a step hands to the next, and what it tells about it. */
public interface StepOutput {
    /** One line for people: {@code 4,212 rows in 318 groups}. */
    String summary();

    /** What the step found, as a record or map that has a JSON form; stored with the run. Never holds rows. */
    Object findings();
}
