package io.plimsoll.plugin;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;

/** A trainer from a jar, whose failures are told as its own. */
record PluginTrainer<S extends Record>(String jar, Trainer<S> rest) implements Trainer<S> {
    @Override
    public String name() {
        return rest.name();
    }

    @Override
    public String description() {
        return rest.description() + " (" + jar + ")";
    }

    @Override
    public Class<S> settingsType() {
        return rest.settingsType();
    }

    @Override
    public FittedModel fit(Examples examples, Task task, S settings, TrainingControl control) {
        try {
            return rest.fit(examples, task, settings, control);
        } catch (PlimsollException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.TRAINING_FAILED,
                            "the trainer " + name() + " of " + jar + " failed ("
                                    + e.getClass().getSimpleName() + ")",
                            "trainer " + name(),
                            "ask whoever wrote it; --debug shows what it said itself"),
                    e);
        }
    }
}
