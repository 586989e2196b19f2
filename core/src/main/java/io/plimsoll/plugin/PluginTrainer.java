package io.plimsoll.plugin;

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
        Blame blame = new Blame("the trainer " + name(), jar);
        return new PluginModel(blame, blame.called(() -> rest.fit(examples, task, settings, control)));
    }
}
