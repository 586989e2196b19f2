package io.plimsoll.endpoint;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.endpoint.Installation.Jar;
import io.plimsoll.metric.OwnMetric;
import io.plimsoll.train.GradientBoostedTreesSettings;
import io.plimsoll.train.LinearSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An indication of two model types, and specifications of them. */
record Compiled(Path project) {
    static final String CONFIG = """
            indication: lung
            description: Sites of lung-cancer trials
            default_model: ENROLLMENT
            data:
              sources: {sites: data/lung_sites.csv, visits: {database: registry, table: public.visits}}
              query: SELECT * FROM sites
              key: site_row_id
              group: trial_id
            features:
              numeric: [start_year]
              categorical: [country]
              encode: {country: frequency, phase: ordinal}
            models:
              ACTIVATION:
                target: ACTIVATION
                task: classification
                settings: {trees: 30}
                metric: auc
                guardrail: {rules: [{metric: auc, at_least: 0.5}]}
              ENROLLMENT:
                features: {categorical: [country, phase]}
                target: ENROLLMENT
                task: regression
                trainer: linear
                metric: mae
                guardrail: {rules: [{metric: mae, at_most: 1000}]}
            """;

    static final Jar JAR = new Jar("plugins/own.jar", Sha256.of("own"), Set.of("stump"), Set.of("cost"));

    Specification activation() {
        return Specification.of(config(CONFIG), "ACTIVATION", installation(List.of()));
    }

    IndicationConfig config(String yaml) {
        try {
            Path file = project.resolve("indications/lung.yml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, yaml);
            return loader().load(project, "lung", Overrides.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Installation installation(List<Jar> jars) {
        return installation("local", jars);
    }

    static Installation installation(String engine, List<Jar> jars) {
        return new Installation(
                "0.1.0", "0123456789ab", engine, Set.of("gradient-boosted-trees", "linear", "stump"), jars, loader());
    }

    private static ConfigLoader loader() {
        return new ConfigLoader(
                Map.of(
                        "gradient-boosted-trees", GradientBoostedTreesSettings.class,
                        "linear", LinearSettings.class,
                        "stump", LinearSettings.class),
                List.<OwnMetric>of());
    }
}
