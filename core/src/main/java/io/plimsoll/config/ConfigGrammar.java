package io.plimsoll.config;

import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.Grammar;
import io.plimsoll.config.bind.ValueType;
import io.plimsoll.metric.Metric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types, trainers and checks of our own files. */
final class ConfigGrammar {
    private ConfigGrammar() {}

    /** For writing, which needs to know neither trainers nor metrics. */
    static Grammar forWriting() {
        return of(Map.of(), List.of());
    }

    /**
     * @param trainers settings records by the trainer's short name
     * @param metrics those that plugins bring
     */
    static Grammar of(Map<String, Class<? extends Record>> trainers, List<? extends Metric> metrics) {
        Map<Class<?>, Check> checks = new HashMap<>();
        checks.put(IndicationConfig.class, new IndicationChecks());
        checks.put(SourceConfig.class, new SourceChecks());
        checks.put(ColumnCheck.class, new ColumnChecks());
        checks.put(ModelConfig.class, new ModelChecks());
        checks.put(FeaturesConfig.class, new FeatureChecks());
        checks.put(OutputConfig.class, (parts, faults) -> Columns.refuseTwice(parts.itemsAt("keep"), faults));
        checks.put(GuardrailConfig.class, new GuardrailChecks());
        checks.put(RuleConfig.class, new RuleChecks());
        checks.put(ProjectConfig.class, new ProfileChecks());
        List<ValueType<?>> types = List.of(
                Metrics.valueType(metrics),
                Opponents.valueType(),
                Threshold.valueType(),
                MarginAmount.valueType(),
                MemorySize.valueType(),
                Delimiter.valueType(),
                DecimalMark.valueType(),
                Encodings.valueType(),
                Label.valueType(),
                Secret.valueType());
        return new Grammar(types, trainers, checks);
    }
}
