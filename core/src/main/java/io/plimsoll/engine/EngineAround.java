package io.plimsoll.engine;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.metric.OwnMetric;
import io.plimsoll.read.SourceReader;
import io.plimsoll.train.Trainer;
import io.plimsoll.transform.ColumnMath;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** An engine that is another one but for what it does otherwise. */
public interface EngineAround extends Engine {
    /** The other one. */
    Engine rest();

    @Override
    default String name() {
        return rest().name();
    }

    @Override
    default SourceReader reader(Path scratch, EngineLimits limits) {
        return rest().reader(scratch, limits);
    }

    @Override
    default SourceReader streams(Path scratch, EngineLimits limits) {
        return rest().streams(scratch, limits);
    }

    @Override
    default TableWriter writer(Path scratch, EngineLimits limits) {
        return rest().writer(scratch, limits);
    }

    @Override
    default List<Trainer<?>> trainers() {
        return rest().trainers();
    }

    @Override
    default Snapshots snapshots(List<Path> files, Path scratch, EngineLimits limits) {
        return rest().snapshots(files, scratch, limits);
    }

    @Override
    default ModelLoader loader(EngineLimits limits) {
        return rest().loader(limits);
    }

    @Override
    default ColumnMath columnMath() {
        return rest().columnMath();
    }

    @Override
    default List<OwnMetric> metrics() {
        return rest().metrics();
    }

    @Override
    default SortedMap<String, String> pluginHashes() {
        return rest().pluginHashes();
    }

    @Override
    default SortedMap<String, String> versions(String trainer) {
        return rest().versions(trainer);
    }
}
