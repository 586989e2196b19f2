package io.plimsoll.local;

import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineAround;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;
import java.util.List;
import java.util.stream.Collectors;

/** An engine whose trainers fit nothing. */
record UntrainableEngine(Engine rest) implements EngineAround {
    @Override
    public List<Trainer<?>> trainers() {
        return rest.trainers().stream().<Trainer<?>>map(Unable::new).collect(Collectors.toList());
    }

    private record Unable<S extends Record>(Trainer<S> rest) implements Trainer<S> {
        @Override
        public String name() {
            return rest.name();
        }

        @Override
        public String description() {
            return rest.description();
        }

        @Override
        public Class<S> settingsType() {
            return rest.settingsType();
        }

        @Override
        public FittedModel fit(Examples examples, Task task, S settings, TrainingControl control) {
            throw PlimsollException.of(ErrorCode.TRAINING_FAILED, "nothing is fitted here", "", "use another engine");
        }
    }
}
