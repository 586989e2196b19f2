package io.plimsoll.local;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.Snapshots;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import io.plimsoll.read.SourceReader;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;
import io.plimsoll.transform.ColumnMath;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** An engine whose trainers fit nothing. */
record UntrainableEngine(Engine rest) implements Engine {
    @Override
    public String name() {
        return rest.name();
    }

    @Override
    public SourceReader reader(Path scratch, EngineLimits limits) {
        return rest.reader(scratch, limits);
    }

    @Override
    public Snapshots snapshots(List<Path> files, Path scratch, EngineLimits limits) {
        return rest.snapshots(files, scratch, limits);
    }

    @Override
    public List<Trainer<?>> trainers() {
        return rest.trainers().stream().<Trainer<?>>map(Unable::new).collect(Collectors.toList());
    }

    @Override
    public ColumnMath columnMath() {
        return rest.columnMath();
    }

    @Override
    public ModelLoader loader(EngineLimits limits) {
        return rest.loader(limits);
    }

    @Override
    public SortedMap<String, String> versions(String trainer) {
        return rest.versions(trainer);
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
