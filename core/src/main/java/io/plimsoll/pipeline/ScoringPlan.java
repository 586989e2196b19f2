package io.plimsoll.pipeline;

import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.score.Additions;
import io.plimsoll.score.Delivery;
import io.plimsoll.workspace.ModelVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one scoring run is asked to do.
 *
 * @param config as it is now: of it come what is kept and the limits of drift; everything else is as the version has it
 * @param sources the rows to score and what is joined to them, by the name of the source
 * @param reasons how many of the strongest contributions are told of each row; 0 for none
 * @param delivery null where the scores go into one file with those of other model types
 * @param actor who submits the run
 */
public record ScoringPlan(
        IndicationConfig config,
        String modelType,
        ModelVersion version,
        Map<String, SourceSpec> sources,
        int reasons,
        @Nullable Delivery delivery,
        String actor,
        EngineLimits limits) {
    public ScoringPlan {
        sources = Map.copyOf(sources);
    }

    ModelConfig model() {
        return config.model(modelType);
    }

    List<String> keep() {
        return config.output().keep();
    }

    /** Columns of any model type that is trained on these rows. */
    List<String> targets() {
        return config.models().values().stream().map(ModelConfig::target).toList();
    }

    /** Where there are other model types, the names of what is added begin with this one. */
    Additions additions() {
        return new Additions(delivery == null ? modelType.toLowerCase(Locale.ROOT) + "_" : "", reasons);
    }
}
