package io.plimsoll.train;

import io.plimsoll.metric.Task;

/**
 * What fits a model type. Stateless: the same examples, settings and seed give the same bytes on one platform.
 *
 * @param <S> its settings, a record whose components carry their defaults, ranges and units
 */
public interface Trainer<S extends Record> {
    /** The short name by which config files know it: {@code gradient-boosted-trees}. */
    String name();

    /** What it does, in one line for people. */
    String description();

    /** A record whose components carry their defaults, ranges, units and descriptions; see {@link io.plimsoll.config.bind}. */
    Class<S> settingsType();

    /** @throws io.plimsoll.fault.PlimsollException with {@code TRAINING_FAILED} */
    FittedModel fit(Examples examples, Task task, S settings, TrainingControl control);
}
