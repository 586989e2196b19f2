package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.split.JudgedHash;
import io.plimsoll.split.SplitCounts;
import io.plimsoll.split.SplitStep;
import io.plimsoll.split.SplitTable;
import io.plimsoll.step.Later;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.validate.ValidatedTable;
import java.util.Optional;

/** The same rows are parted alike. */
final class KeyedSplit implements Keyed<ValidatedTable, SplitTable> {
    private final SplitStep step;
    private final ConfigParts config;
    private final Ground ground;

    KeyedSplit(SplitStep step, ConfigParts config, Ground ground) {
        this.step = step;
        this.config = config;
        this.ground = ground;
    }

    /**
     * What remains of a parted table.
     *
     * @param judgedSha256 tells the rows that judge from any others
     */
    record Remains(String judgedSha256, SplitCounts counts) {}

    @Override
    public StepName name() {
        return StepName.SPLIT;
    }

    @Override
    public SplitTable take(Later<ValidatedTable> input, Trail trail, RunContext run) {
        return step.run(input.get(), run);
    }

    @Override
    public Optional<KeyParts> parts(Trail trail, RunContext run) {
        String rows = trail.remains(StepName.PREPROCESS, KeyedPreprocess.Remains.class)
                .sha256();
        return Optional.of(ground.parts(name()).with("rows", rows).with(config.of(name())));
    }

    @Override
    public Object keep(SplitTable made) {
        String judged = JudgedHash.of(made.judged().rows(), made.table().roles());
        return new Remains(judged, SplitCounts.of(made));
    }

    @Override
    public TakenUp<SplitTable> takeUp(JsonNode remains, Later<ValidatedTable> input, Trail trail, RunContext run) {
        SplitCounts counts = Trail.read(remains, Remains.class).counts();
        return TakenUp.of(input.then(table -> step.again(table, counts)), remains);
    }
}
