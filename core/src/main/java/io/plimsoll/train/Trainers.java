package io.plimsoll.train;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.transform.ColumnMath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The trainers of an engine, by name.
 *
 * @param math the arithmetic of models that are made of what they fit
 * @param threads most threads to fit with, at least 1
 */
public record Trainers(List<Trainer<?>> all, ColumnMath math, int threads) {
    public Trainers {
        all = List.copyOf(all);
    }

    /** @throws PlimsollException with {@code CONFIG_INVALID} if this engine has no such trainer */
    public Fitting fitting(ModelConfig config) {
        return new Fitting(config, named(config.trainer()), math, threads);
    }

    /** Settings records by the trainer's short name. */
    public Map<String, Class<? extends Record>> settings() {
        Map<String, Class<? extends Record>> settings = new HashMap<>();
        all.forEach(trainer -> settings.put(trainer.name(), trainer.settingsType()));
        return settings;
    }

    private Trainer<?> named(String name) {
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
