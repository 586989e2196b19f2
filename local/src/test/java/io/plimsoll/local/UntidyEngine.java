package io.plimsoll.local;

import io.plimsoll.data.Dataset;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineAround;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceReader;
import io.plimsoll.read.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An engine whose sources cannot be closed without a failure. */
record UntidyEngine(Engine rest) implements EngineAround {
    @Override
    public SourceReader reader(Path scratch, EngineLimits limits) {
        return sources -> new UntidySources(rest.reader(scratch, limits).read(sources));
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
        public Optional<String> acrossRows(String query, Set<String> reference) {
            return rest.acrossRows(query, reference);
        }

        @Override
        public byte[] snapshot(String source) {
            return rest.snapshot(source);
        }

        @Override
        public void close() {
            rest.close();
            throw new IllegalStateException("something is in the way");
        }
    }
}
