package io.plimsoll.local;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.data.Dataset;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.Snapshots;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceReader;
import io.plimsoll.read.Sources;
import io.plimsoll.train.Trainer;
import io.plimsoll.transform.ColumnMath;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** An engine whose sources cannot be closed without a failure. */
record UntidyEngine(Engine rest) implements Engine {
    @Override
    public String name() {
        return rest.name();
    }

    @Override
    public SourceReader reader(Path scratch, EngineLimits limits) {
        return sources -> new UntidySources(rest.reader(scratch, limits).read(sources));
    }

    @Override
    public Snapshots snapshots(List<Path> files, Path scratch, EngineLimits limits) {
        return rest.snapshots(files, scratch, limits);
    }

    @Override
    public List<Trainer<?>> trainers() {
        return rest.trainers();
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

    private record UntidySources(Sources rest) implements Sources {
        @Override
        public List<SourceFacts> facts() {
            return rest.facts();
        }

        @Override
        public Dataset select(String query, String key) {
            return rest.select(query, key);
        }

        @Override
        public void close() {
            rest.close();
            throw new IllegalStateException("something is in the way");
        }
    }
}
