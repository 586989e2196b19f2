package io.plimsoll.local;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.Snapshots;
import io.plimsoll.engine.TableWriter;
import io.plimsoll.local.duckdb.DuckDbSnapshots;
import io.plimsoll.local.duckdb.DuckDbSourceReader;
import io.plimsoll.local.duckdb.DuckDbStreamReader;
import io.plimsoll.local.duckdb.DuckDbTableWriter;
import io.plimsoll.local.linear.LinearTrainer;
import io.plimsoll.local.linear.NaiveTrainer;
import io.plimsoll.local.onnx.OnnxColumnMath;
import io.plimsoll.local.onnx.OnnxModelLoader;
import io.plimsoll.local.xgboost.RandomForestTrainer;
import io.plimsoll.local.xgboost.XGBoostTrainer;
import io.plimsoll.read.SourceReader;
import io.plimsoll.train.Trainer;
import io.plimsoll.transform.ColumnMath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The engine on one machine. Byte-stable: the same data and config give the same model on one platform. */
public final class LocalEngine implements Engine {
    /** The library that a trainer fits by. */
    private static final Map<String, String> FITS =
            Map.of("gradient-boosted-trees", "xgboost", "random-forest", "xgboost", "linear", "ejml");

    @Override
    public String name() {
        return "local";
    }

    @Override
    public SourceReader reader(Path scratch, EngineLimits limits) {
        return new DuckDbSourceReader(scratch, limits.threads(), limits.memory());
    }

    @Override
    public SourceReader streams(Path scratch, EngineLimits limits) {
        return new DuckDbStreamReader(scratch, limits);
    }

    @Override
    public TableWriter writer(Path scratch, EngineLimits limits) {
        return new DuckDbTableWriter(scratch, limits);
    }

    @Override
    public Snapshots snapshots(List<Path> files, Path scratch, EngineLimits limits) {
        return DuckDbSnapshots.open(files, scratch, limits);
    }

    @Override
    public List<Trainer<?>> trainers() {
        return List.of(new XGBoostTrainer(), new RandomForestTrainer(), new LinearTrainer(), new NaiveTrainer());
    }

    @Override
    public ColumnMath columnMath() {
        return new OnnxColumnMath();
    }

    @Override
    public ModelLoader loader(EngineLimits limits) {
        return new OnnxModelLoader(limits.threads());
    }

    @Override
    public SortedMap<String, String> versions(String trainer) {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("duckdb", LibraryVersions.of("duckdb"));
        versions.put("onnxruntime", LibraryVersions.of("onnxruntime"));
        String fits = FITS.get(trainer);
        if (fits != null) {
            versions.put(fits, LibraryVersions.of(fits));
        }
        return versions;
    }
}
