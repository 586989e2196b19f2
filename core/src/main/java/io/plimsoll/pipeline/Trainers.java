package io.plimsoll.pipeline;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.train.Trainer;
import java.util.List;

/** The trainers of an engine, by name. */
record Trainers(List<Trainer<?>> all) {
    Trainer<?> named(String name) {
        return all.stream()
                .filter(trainer -> trainer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.CONFIG_INVALID,
                        "this engine has no trainer '" + name + "'",
                        "trainer",
                        "choose one of " + all.stream().map(Trainer::name).toList()));
    }
}
