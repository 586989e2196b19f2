package io.plimsoll.guard;

import java.util.List;

/**
 * The rules of one model type, in the order of the config file.
 *
 * @param minGroups fewest groups in the holdout that allow a conclusion
 * @param minGroupsOfRarerClass fewest groups that hold the rarer class, for classification
 * @param maxZeroShare largest share of zero targets (0 to 1) at which a rule on {@code mape} still means something
 */
public record Guardrail(List<Rule> rules, int minGroups, int minGroupsOfRarerClass, double maxZeroShare) {
    public Guardrail {
        rules = List.copyOf(rules);
    }
}
