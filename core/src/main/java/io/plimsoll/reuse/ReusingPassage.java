package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.Fault;
import io.plimsoll.reuse.StepAccount.Why;
import io.plimsoll.step.Later;
import io.plimsoll.step.Passage;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepOutput;
import io.plimsoll.step.StepStatus;
import io.plimsoll.step.Taking;
import io.plimsoll.step.Taking.Taken;
import io.plimsoll.workspace.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come that uses again what earlier runs have made. A result that is used again is there as its remains; the output itself is made of
 * them when a step that is taken asks for it.
 *
 * @param <T> what the next step takes
 */
public final class ReusingPassage<T> {
    private final Travel travel;
    private final Trail trail;
    private final @Nullable Later<T> value;
    private final @Nullable StepOutput last;

    private ReusingPassage(Travel travel, Trail trail, @Nullable Later<T> value, @Nullable StepOutput last) {
        this.travel = travel;
        this.trail = trail;
        this.value = value;
        this.last = last;
    }

    /**
     * What does not change on the way.
     *
     * @param until the last step to take
     * @param reuse whether results of earlier runs may be used
     */
    public record Travel(RunContext run, StepName until, StepMemory memory, boolean reuse) {}

    /**
     * Where a step has brought the run.
     *
     * @param shown says what the step made, without making it again
     */
    private record Stage<O>(Later<O> output, Trail trail, StepOutput shown) {}

    public static <T> ReusingPassage<T> begin(Later<T> input, Travel travel) {
        return new ReusingPassage<>(travel, Trail.START, input, null);
    }

    /** Takes a step or reuses its result; does nothing once the run has stopped. */
    public <O extends StepOutput> ReusingPassage<O> then(Keyed<T, O> step) {
        if (value == null) {
            return new ReusingPassage<>(travel, trail, null, last);
        }
        Stage<O> stage = Taking.take(step.name(), travel.run(), () -> reach(step, value));
        boolean end = step.name() == travel.until();
        return new ReusingPassage<>(travel, stage.trail(), end ? null : stage.output(), stage.shown());
    }

    /** Goes on with steps that are always taken. */
    public Passage<T> taken() {
        return value == null
                ? Passage.stopped(travel.run(), travel.until(), last)
                : Passage.begin(value.get(), travel.until(), travel.run());
    }

    private <O extends StepOutput> Taken<Stage<O>> reach(Keyed<T, O> step, Later<T> input) {
        Optional<StepResult> earlier = travel.memory().latest(step.name());
        Optional<KeyParts> parts = step.parts(trail, travel.run());
        Optional<StepResult> known = travel.reuse() ? parts.flatMap(travel.memory()::find) : Optional.empty();
        String obstacle = "";
        if (known.isPresent() && parts.isPresent()) {
            Reuse<O> reuse = reuse(step, known.get(), input);
            if (reuse.taken() != null) {
                travel.memory().used(known.get(), travel.run());
                account(step.name(), parts.get(), earlier, known.get().runId(), "")
                        .write(travel.run());
                return reuse.taken();
            }
            obstacle = reuse.obstacle();
        }
        return take(step, input, new Before(parts, earlier, obstacle));
    }

    /** What was known of a step before it was taken. */
    private record Before(Optional<KeyParts> parts, Optional<StepResult> earlier, String obstacle) {}

    /** A step whose result is used again, or why it is not. */
    private record Reuse<O>(@Nullable Taken<Stage<O>> taken, String obstacle) {}

    private <O extends StepOutput> Reuse<O> reuse(Keyed<T, O> step, StepResult known, Later<T> input) {
        Optional<Recollection> recollection = StepMemory.recollection(known);
        if (recollection.isEmpty()) {
            return new Reuse<>(null, "its result is one of another version of Plimsoll");
        }
        Optional<SortedMap<String, byte[]>> files = travel.memory().files(known, recollection.get());
        if (files.isEmpty()) {
            return new Reuse<>(null, "the evidence of its result in " + known.runId() + " is gone or damaged");
        }
        JsonNode remains = recollection.get().remains();
        TakenUp<O> taken = step.takeUp(remains, input, trail, travel.run());
        if (taken.output() == null) {
            return new Reuse<>(null, taken.obstacle());
        }
        files.get().forEach(travel.run()::evidence);
        recollection.get().warnings().forEach(travel.run()::warn);
        String summary = recollection.get().summary();
        Stage<O> stage = new Stage<>(
                taken.output(),
                trail.with(step.name(), known.key(), taken.remains()),
                new Remembered(summary, files.get()));
        return new Reuse<>(new Taken<>(stage, StepStatus.REUSED, summary), "");
    }

    private <O extends StepOutput> Taken<Stage<O>> take(Keyed<T, O> step, Later<T> input, Before before) {
        RunContext run = travel.run();
        int warned = run.warnings().size();
        O made = step.take(input, trail, run);
        run.findings(made.findings());
        KeyParts parts = step.parts(trail, made, run);
        JsonNode remains = CanonicalJson.tree(step.keep(made));
        List<Fault> warnings = run.warnings().subList(warned, run.warnings().size());
        Recollection recollection = new Recollection(remains, made.summary(), warnings, run.stored());
        account(step.name(), parts, before.earlier(), null, before.obstacle()).write(run);
        boolean moved = before.parts().filter(known -> !known.equals(parts)).isPresent();
        if (!moved && step.isLasting(made)) {
            travel.memory().remember(step.name(), parts, recollection, run);
        }
        Stage<O> stage = new Stage<>(Later.of(made), trail.with(step.name(), parts.key(), remains), made);
        return new Taken<>(stage, StepStatus.SUCCEEDED, made.summary());
    }

    private StepAccount account(
            StepName step, KeyParts parts, Optional<StepResult> earlier, @Nullable String from, String obstacle) {
        return new StepAccount(
                step,
                from == null ? why(parts, earlier, obstacle) : Why.REUSED,
                parts.key(),
                parts.parts(),
                from,
                obstacle.isEmpty() ? null : obstacle,
                earlier.map(result -> new StepAccount.Earlier(
                                result.usedBy(), KeyParts.read(result.parts()).parts()))
                        .orElse(null));
    }

    private Why why(KeyParts parts, Optional<StepResult> earlier, String obstacle) {
        if (!travel.reuse()) {
            return Why.ANEW;
        }
        if (!obstacle.isEmpty()) {
            return Why.OBSTACLE;
        }
        if (earlier.isEmpty()) {
            return Why.FIRST;
        }
        return earlier.get().key().equals(parts.key()) ? Why.NOT_KEPT : Why.CHANGED;
    }
}
