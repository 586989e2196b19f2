package io.plimsoll.cli.project;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.Snapshots;
import io.plimsoll.metric.OwnMetric;
import io.plimsoll.read.Databases;
import io.plimsoll.read.SourceReader;
import io.plimsoll.read.StagedReader;
import io.plimsoll.train.Trainer;
import io.plimsoll.transform.ColumnMath;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** An engine of which sources may also be rows of databases. */
record EngineWithDatabases(Engine engine, Databases databases) implements Engine {
    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public SourceReader reader(Path scratch, EngineLimits limits) {
        return new StagedReader(engine.reader(scratch, limits), databases, scratch.resolve("rows"));
    }

    @Override
    public List<Trainer<?>> trainers() {
        return engine.trainers();
    }

    @Override
    public Snapshots snapshots(List<Path> files, Path scratch, EngineLimits limits) {
        return engine.snapshots(files, scratch, limits);
    }

    @Override
    public ModelLoader loader(EngineLimits limits) {
        return engine.loader(limits);
    }

    @Override
    public ColumnMath columnMath() {
        return engine.columnMath();
    }

    @Override
    public List<OwnMetric> metrics() {
        return engine.metrics();
    }

    @Override
    public SortedMap<String, String> versions(String trainer) {
        return engine.versions(trainer);
    }
}
