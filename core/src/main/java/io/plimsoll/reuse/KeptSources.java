package io.plimsoll.reuse;

import io.plimsoll.data.Dataset;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.Sources;
import io.plimsoll.step.Later;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sources of which the answer to one question is kept, and which are read only where another is asked. */
record KeptSources(List<SourceFacts> facts, Answer answer, Later<Sources> sources) implements Sources {
    KeptSources {
        facts = List.copyOf(facts);
    }

    /** The rows that a SELECT gives. */
    record Answer(String query, String key, Dataset rows) {}

    @Override
    public Dataset select(String query, String key) {
        boolean kept = query.equals(answer.query()) && key.equals(answer.key());
        return kept ? answer.rows() : sources.get().select(query, key);
    }

    @Override
    public Optional<String> acrossRows(String query, Set<String> reference) {
        return sources.get().acrossRows(query, reference);
    }

    @Override
    public byte[] snapshot(String source) {
        return sources.get().snapshot(source);
    }

    /** Whoever opened sources and rows closes them. */
    @Override
    public void close() {}
}
