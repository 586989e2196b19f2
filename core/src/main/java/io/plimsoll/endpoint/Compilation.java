package io.plimsoll.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.FeaturesConfig;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.config.RuleConfig;
import io.plimsoll.config.bind.ScalarKey;
import io.plimsoll.endpoint.Installation.Jar;
import io.plimsoll.endpoint.Specification.Code;
import io.plimsoll.endpoint.Specification.Fitter;
import io.plimsoll.endpoint.Specification.Source;
import io.plimsoll.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One model type's config on its way to a specification. */
final class Compilation {
    /** What a submission may change of a model type beside the trainer's settings and how features become numbers. */
    private static final Set<String> OF_MODEL = Set.of("seed", "calibrate", "intervals");

    private final IndicationConfig config;
    private final String modelType;
    private final ModelConfig model;
    private final Installation installation;
    private final String json;

    /** @param config with this model type alone */
    Compilation(IndicationConfig config, String modelType, Installation installation) {
        this.config = config;
        this.modelType = modelType;
        this.model = config.model(modelType);
        this.installation = installation;
        this.json = config.canonicalJson();
    }

    Specification specification() {
        return new Specification(
                config.indication(),
                modelType,
                config.registeredName(modelType),
                json,
                config.trainingDigest(modelType),
                new Code(installation.version(), installation.commit()),
                new Fitter(model.trainer(), installation.sourceOf(model.trainer())),
                installation.engine(),
                plugins(),
                sources(),
                parameters());
    }

    private List<Source> sources() {
        return model.data().sources().entrySet().stream()
                .map(entry -> new Source(
                        entry.getKey(),
                        entry.getValue().path(),
                        entry.getValue().database()))
                .toList();
    }

    /** The jars without which this model type could not be trained and judged as it is. */
    private SortedMap<String, String> plugins() {
        Set<String> metrics = metrics();
        SortedMap<String, String> plugins = new TreeMap<>();
        for (Jar jar : installation.jars()) {
            if (jar.trainers().contains(model.trainer())
                    || jar.metrics().stream().anyMatch(metrics::contains)) {
                plugins.put(jar.name(), jar.sha256());
            }
        }
        return plugins;
    }

    private Set<String> metrics() {
        Set<String> labels = new HashSet<>();
        labels.add(model.metric().label());
        model.alsoReport().stream().map(Metric::label).forEach(labels::add);
        model.guardrail().rules().stream()
                .map(RuleConfig::metric)
                .map(Metric::label)
                .forEach(labels::add);
        return labels;
    }

    private List<Parameter> parameters() {
        JsonNode written = tree().path("models").path(modelType);
        String prefix = "models." + modelType + ".";
        List<Parameter> parameters = new ArrayList<>();
        add(ScalarKey.of(model.settings().getClass()), prefix + "settings.", written.path("settings"), parameters);
        List<ScalarKey> own = ScalarKey.of(ModelConfig.class).stream()
                .filter(key -> OF_MODEL.contains(key.key()))
                .toList();
        add(own, prefix, written, parameters);
        add(ScalarKey.of(FeaturesConfig.class), prefix + "features.", written.path("features"), parameters);
        for (Source source : sources()) {
            String description = "Where the source " + source.name() + " is read from instead";
            parameters.add(
                    new Parameter(source.name(), ParameterType.PATH, List.of(), null, source.path(), description));
        }
        return parameters;
    }

    private static void add(List<ScalarKey> keys, String prefix, JsonNode written, List<Parameter> parameters) {
        for (ScalarKey key : keys) {
            parameters.add(new Parameter(
                    prefix + key.key(),
                    type(key.form()),
                    key.words(),
                    Bounds.of(key.range()),
                    usual(written, key.key()),
                    key.description()));
        }
    }

    private static @Nullable String usual(JsonNode written, String key) {
        JsonNode value = written.at("/" + key.replace('.', '/'));
        if (value.isMissingNode()) {
            return null;
        }
        return value.isTextual() ? value.asText() : CanonicalJson.text(value);
    }

    private static ParameterType type(ScalarKey.Form form) {
        return switch (form) {
            case INTEGER -> ParameterType.INTEGER;
            case NUMBER -> ParameterType.NUMBER;
            case SHARE -> ParameterType.SHARE;
            case TEXT -> ParameterType.TEXT;
            case BOOLEAN -> ParameterType.BOOLEAN;
            case WORD -> ParameterType.CHOICE;
        };
    }

    private JsonNode tree() {
        try {
            return CanonicalJson.read(json, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a config that is not JSON", e);
        }
    }
}
