package io.plimsoll.artifact;

import io.plimsoll.metric.Task;
import java.util.Locale;

/** The scale on which a model adds up what its columns contribute, before its link makes a prediction of the sum. */
public enum AdditiveScale {
    /** Natural logarithm of the odds of class 1. */
    LOG_ODDS(Link.LOGISTIC),
    /** A probability: models that average shares, such as forests. */
    PROBABILITY(Link.UNIT),
    /** Natural logarithm of the target. */
    LOG(Link.EXP),
    /** Natural logarithm of 1 + the target. */
    LOG1P(Link.EXPM1),
    /** The target's own unit. */
    TARGET(Link.IDENTITY);

    private final Link link;

    AdditiveScale(Link link) {
        this.link = link;
    }

    /** From a sum to the prediction, as it is before any calibration. */
    public Link link() {
        return link;
    }

    /** As files and tables say it: {@code log_odds}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The scale of a model whose trainer ends with a link.
     *
     * @throws IllegalArgumentException if such a model cannot answer the question
     */
    public static AdditiveScale of(Link link, Contract.Question question) {
        boolean classes = question.task() == Task.CLASSIFICATION;
        boolean logarithms = question.targetScale().equals("log1p");
        if (classes && link == Link.LOGISTIC) {
            return LOG_ODDS;
        }
        if (link == Link.IDENTITY && !(classes && logarithms)) {
            return classes ? PROBABILITY : logarithms ? LOG1P : TARGET;
        }
        if (!classes && !logarithms && link == Link.EXP) {
            return LOG;
        }
        throw new IllegalArgumentException("a link that no model of this kind ends with");
    }
}
