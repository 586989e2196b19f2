package io.plimsoll.evaluate;

import io.plimsoll.artifact.Contract.Question;
import io.plimsoll.config.DataConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.config.SplitConfig;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.Roles;
import io.plimsoll.train.Fitting;
import java.util.Locale;
import java.util.Map;

/** How a registered version was made, ready to be followed again. */
record Recipe(ModelConfig config, Fitting fitting) {
    /** Fewer rows, classes or groups than this are nothing at all. */
    private static final int FEWEST = 1;

    private static final int FEWEST_GROUPS = 2;

    Roles roles() {
        return new Roles(config.data().key(), config.data().group(), config.target());
    }

    /** What its models answer, as their contract says it. */
    Question question() {
        return new Question(
                config.task(),
                roles(),
                config.trainWhere(),
                config.targetScale().name().toLowerCase(Locale.ROOT),
                config.weight().name().toLowerCase(Locale.ROOT),
                config.split().partition(config.data().group()));
    }

    /**
     * The config by which its rows are found for another deal: without limits of its own on how many there must be and what is missing in them.
     * Those are the candidate's business, and its limits have let the rows through.
     */
    ModelConfig dealt(GroupFolds deal) {
        DataConfig data = config.data();
        return new ModelConfig(
                new DataConfig(
                        data.sources(),
                        data.query(),
                        data.key(),
                        data.group(),
                        Map.of(),
                        Map.of(),
                        FEWEST,
                        FEWEST,
                        data.drift()),
                new SplitConfig.Folds(deal.folds(), deal.salt(), FEWEST_GROUPS),
                config.features(),
                config.target(),
                config.trainWhere(),
                config.task(),
                config.targetScale(),
                config.weight(),
                config.trainer(),
                config.settings(),
                config.seed(),
                config.calibrate(),
                config.intervals(),
                config.metric(),
                config.alsoReport(),
                config.threshold(),
                config.guardrail());
    }
}
