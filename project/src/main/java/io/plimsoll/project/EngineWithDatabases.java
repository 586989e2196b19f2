package io.plimsoll.project;

import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineAround;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.read.Databases;
import io.plimsoll.read.SourceReader;
import io.plimsoll.read.StagedReader;
import java.nio.file.Path;

/** An engine of which sources may also be rows of databases. */
record EngineWithDatabases(Engine rest, Databases databases) implements EngineAround {
    @Override
    public SourceReader reader(Path scratch, EngineLimits limits) {
        return new StagedReader(rest.reader(scratch, limits), databases, scratch.resolve("rows"));
    }

    @Override
    public SourceReader streams(Path scratch, EngineLimits limits) {
        return new StagedReader(rest.streams(scratch, limits), databases, scratch.resolve("rows"));
    }
}
