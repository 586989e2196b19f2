package io.plimsoll.pipeline;

import io.plimsoll.config.GuardrailConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.config.SplitConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Task;
import io.plimsoll.split.Judging;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says where a holdout is too small for the guardrail to conclude anything, and what would judge more groups. */
final class SmallHoldout {
    private static final String FOLDS = "`split: {folds: 5}`";

    private final ModelConfig model;
    private final Judging judging;

    SmallHoldout(ModelConfig model, Judging judging) {
        this.model = model;
        this.judging = judging;
    }

    /** Empty if rules can conclude, or if every labelled row judges already. */
    Optional<String> advice(Dataset labelled) {
        if (judging instanceof Judging.Folds) {
            return Optional.empty();
        }
        GuardrailConfig guardrail = model.guardrail();
        long all = labelled.summary(model.data().group()).distinct();
        if (judging.groups() < guardrail.minGroups()) {
            return Optional.of(sentence("group", judging.groups(), all, "min_groups", guardrail.minGroups()));
        }
        if (model.task() != Task.CLASSIFICATION) {
            return Optional.empty();
        }
        long held = groupsOfRarerClass(judging.judged().rows());
        int least = guardrail.minGroupsOfRarerClass();
        return held >= least
                ? Optional.empty()
                : Optional.of(sentence(
                        "group with the rarer class",
                        held,
                        groupsOfRarerClass(labelled),
                        "min_groups_of_rarer_class",
                        least));
    }

    private String sentence(String noun, long held, long all, String limit, int least) {
        String remedy = model.split() instanceof SplitConfig.Time
                ? "an earlier split.from would judge on more"
                : FOLDS + " would judge on all " + count(all, noun) + (all < least ? ", which are still fewer" : "");
        return "the holdout has " + count(held, noun) + ", fewer than the guardrail's " + limit + " " + least
                + ", so rules would be inconclusive; " + remedy;
    }

    private static String count(long number, String noun) {
        return Figures.count(number, "group") + noun.substring("group".length());
    }

    /** As a verdict counts them: of the class that fewer rows have, or class 1 where both have as many. */
    private long groupsOfRarerClass(Dataset rows) {
        List<Level> classes = rows.levels(model.target());
        String rarer = classes.stream()
                .min(Comparator.comparingLong(Level::rows).thenComparing(Level::value, Comparator.reverseOrder()))
                .map(Level::value)
                .orElse("");
        return rows.distinctPerLevel(model.data().group(), model.target()).stream()
                .filter(level -> level.value().equals(rarer))
                .mapToLong(Level::rows)
                .sum();
    }
}
