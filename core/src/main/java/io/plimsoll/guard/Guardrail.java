package io.plimsoll.guard;

import java.util.List;

/**
 * The rules of one model type, in the order of the config file.
 *
 * @param needs what it takes for a conclusion
 * @param suspicious the value of {@code auc} or {@code mae_skill} from which on a result is taken for a leak
 * @param accepted alarms that are none
 */
public record Guardrail(List<Rule> rules, Needs needs, double suspicious, List<Acceptance> accepted) {
    public Guardrail {
        rules = List.copyOf(rules);
        accepted = List.copyOf(accepted);
    }

    /**
     * What it takes for a conclusion.
     *
     * @param minGroups fewest groups in the holdout that allow one
     * @param minGroupsOfRarerClass fewest groups that hold the rarer class, for classification
     * @param maxZeroShare largest share of zero targets (0 to 1) at which a rule on {@code mape} still means something
     */
    public record Needs(int minGroups, int minGroupsOfRarerClass, double maxZeroShare) {}
}
