package io.plimsoll.reuse;

import io.plimsoll.engine.Engine;
import io.plimsoll.step.StepName;
import io.plimsoll.train.Trainer;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every step stands on.
 *
 * @param code tells the code of Plimsoll from any other
 * @param platform operating system and processor
 */
record Ground(String code, String platform, Engine engine) {
    /** The parts that every key has. */
    KeyParts parts(StepName step) {
        SortedMap<String, String> versions = new TreeMap<>(engine.versions(""));
        versions.put("name", engine.name());
        return KeyParts.of(step).with("code", code).with("platform", platform).with("engine", versions);
    }

    /** With what fits a model: any trainer, since opponents may be fitted again, too. */
    KeyParts fittingParts(StepName step) {
        SortedMap<String, String> versions = new TreeMap<>();
        for (Trainer<?> trainer : engine.trainers()) {
            versions.putAll(engine.versions(trainer.name()));
        }
        KeyParts parts = parts(step).with("libraries", versions);
        return engine.pluginHashes().isEmpty() ? parts : parts.with("plugins", engine.pluginHashes());
    }
}
