package io.plimsoll.step;

/** What a succeeded training run came to. Not registering a model is a normal result, with a code that says why. */
public enum Outcome {
    REGISTERED,
    NOT_REGISTERED
}
