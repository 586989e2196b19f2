package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.config.DataConfig;
import io.plimsoll.data.Column;
import io.plimsoll.data.Dataset;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.preprocess.PreprocessStep;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.Sources;
import io.plimsoll.step.Later;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import java.util.List;
import java.util.Optional;

/** The modelling table, kept as the snapshot that is taken of it once it is found to be faultless. */
final class KeyedPreprocess implements Keyed<Sources, ModellingTable> {
    private final DataConfig data;
    private final ConfigParts config;
    private final Ground ground;
    private final KeptRows rows;

    KeyedPreprocess(DataConfig data, ConfigParts config, Ground ground, KeptRows rows) {
        this.data = data;
        this.config = config;
        this.ground = ground;
        this.rows = rows;
    }

    /**
     * What remains of a modelling table.
     *
     * @param sha256 hash of its content
     */
    record Remains(String sha256, List<Column> columns) {
        Remains {
            columns = List.copyOf(columns);
        }
    }

    @Override
    public StepName name() {
        return StepName.PREPROCESS;
    }

    @Override
    public ModellingTable take(Later<Sources> input, Trail trail, RunContext run) {
        ModellingTable table = new PreprocessStep(data.query(), data.key()).run(input.get(), run);
        table.content().get();
        return table;
    }

    @Override
    public Optional<KeyParts> parts(Trail trail, RunContext run) {
        return Optional.of(
                ground.parts(name()).with("read", trail.key(StepName.READ)).with(config.of(name())));
    }

    @Override
    public Object keep(ModellingTable made) {
        return new Remains(made.content().get(), made.rows().columns());
    }

    @Override
    public TakenUp<ModellingTable> takeUp(JsonNode remains, Later<Sources> input, Trail trail, RunContext run) {
        String sha256 = Trail.read(remains, Remains.class).sha256();
        String obstacle = rows.obstacle(sha256);
        if (!obstacle.isEmpty()) {
            return TakenUp.not(obstacle, remains);
        }
        List<SourceFacts> facts = List.of(trail.remains(StepName.READ, SourceFacts[].class));
        return TakenUp.of(
                Later.by(() -> {
                    Dataset table = rows.open(sha256, run);
                    KeptSources.Answer answer = new KeptSources.Answer(data.query(), data.key(), table);
                    return new ModellingTable(table, new KeptSources(facts, answer, input), Later.of(sha256));
                }),
                remains);
    }

    /** Whether a result can be used again behind what was read. */
    boolean isKnown(Trail trail, StepMemory memory, RunContext run) {
        return parts(trail, run)
                .flatMap(memory::find)
                .flatMap(StepMemory::recollection)
                .map(known -> Trail.read(known.remains(), Remains.class).sha256())
                .filter(sha256 -> rows.obstacle(sha256).isEmpty())
                .isPresent();
    }
}
