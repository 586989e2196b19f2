package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.split.SplitTable;
import io.plimsoll.step.Later;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.transform.TransformStep;
import io.plimsoll.transform.TransformedTable;
import java.util.Map;
import java.util.Optional;

/** The same training rows give the same transformation. It is quickly fitted, so nothing of it is kept. */
final class KeyedTransform implements Keyed<SplitTable, TransformedTable> {
    private final TransformStep step;
    private final ConfigParts config;
    private final Ground ground;

    KeyedTransform(TransformStep step, ConfigParts config, Ground ground) {
        this.step = step;
        this.config = config;
        this.ground = ground;
    }

    @Override
    public StepName name() {
        return StepName.TRANSFORM;
    }

    @Override
    public TransformedTable take(Later<SplitTable> input, Trail trail, RunContext run) {
        return step.run(input.get(), run);
    }

    @Override
    public Optional<KeyParts> parts(Trail trail, RunContext run) {
        return Optional.of(
                ground.parts(name()).with("split", trail.key(StepName.SPLIT)).with(config.of(name())));
    }

    @Override
    public Object keep(TransformedTable made) {
        return Map.of();
    }

    @Override
    public TakenUp<TransformedTable> takeUp(JsonNode remains, Later<SplitTable> input, Trail trail, RunContext run) {
        return TakenUp.of(input.then(step::again), remains);
    }
}
