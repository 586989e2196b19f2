package io.plimsoll.engine;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.metric.OwnMetric;
import io.plimsoll.read.SourceReader;
import io.plimsoll.train.Trainer;
import io.plimsoll.transform.ColumnMath;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An engine: it holds tables, trains and predicts. What is decided about them is the core's. */
public interface Engine {
    /** As config files know it: {@code local}. */
    String name();

    /** @param scratch an empty local folder for whatever the engine must put down */
    SourceReader reader(Path scratch, EngineLimits limits);

    /**
     * For sources of any size: their rows stay where they are, and come by in their own order, in memory that does not grow with them; only sources
     * of reference are loaded.
     *
     * @param scratch an empty local folder for whatever the engine must put down
     */
    SourceReader streams(Path scratch, EngineLimits limits);

    /** Writes files for others. */
    TableWriter writer(Path scratch, EngineLimits limits);

    List<Trainer<?>> trainers();

    /**
     * Opens stored tables.
     *
     * @param files what {@link io.plimsoll.data.Dataset#writeParquet} wrote; their bytes must be known to be whole
     * @param scratch a local folder for whatever the engine must put down
     */
    Snapshots snapshots(List<Path> files, Path scratch, EngineLimits limits);

    ModelLoader loader(EngineLimits limits);

    /** The arithmetic of its loaded models, for rows that are trained on. */
    ColumnMath columnMath();

    /** Metrics that it brings beside the {@linkplain io.plimsoll.metric.StandardMetric standard} ones. */
    default List<OwnMetric> metrics() {
        return List.of();
    }

    /** Versions of the libraries that shape a model which a trainer fits, by name. */
    SortedMap<String, String> versions(String trainer);

    /** SHA-256 of each plugin whose trainers or metrics it has, by the plugin's name. */
    default SortedMap<String, String> pluginHashes() {
        return new TreeMap<>();
    }
}
