package io.plimsoll.split;

import io.plimsoll.data.GroupHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deals whole groups so that every fold has about the same share of the rows of each class.
 *
 * <p>Greedy, the groups that weigh most first, each to the fold where the shares spread least afterwards. Two groups that hold both classes go
 * ahead of all, and no group goes to the fold that alone holds a class which the group could carry to another: so that, whichever fold is left
 * out, the others hold both classes wherever two groups have rows of each. Equal groups are dealt in the order of a salted hash. The deal
 * depends on the groups and their counts, not on the order of rows.
 *
 * <p>Source: {@code StratifiedGroupKFold} of scikit-learn 1.0 and later, which adds standard deviations of the shares where this adds variances,
 * and does not secure the classes.
 */
final class StratifiedDeal {
    private final List<GroupRows> folds = new ArrayList<>();
    private final List<Set<String>> dealt = new ArrayList<>();
    private final double zeros;
    private final double ones;
    private final String salt;

    private StratifiedDeal(List<GroupRows> groups, int folds, String salt) {
        for (int i = 0; i < folds; i++) {
            this.folds.add(new GroupRows("", 0, 0));
            dealt.add(new TreeSet<>());
        }
        this.zeros = groups.stream().mapToLong(GroupRows::zeros).sum();
        this.ones = groups.stream().mapToLong(GroupRows::ones).sum();
        this.salt = salt;
    }

    /** The names of each fold's groups; none for a fold that is one too many. */
    static List<Set<String>> of(List<GroupRows> groups, int folds, String salt) {
        StratifiedDeal deal = new StratifiedDeal(groups, folds, salt);
        deal.inOrder(groups).forEach(deal::add);
        return List.copyOf(deal.dealt);
    }

    private List<GroupRows> inOrder(List<GroupRows> groups) {
        List<GroupRows> order = new ArrayList<>(groups);
        order.sort(Comparator.comparingDouble((GroupRows group) -> -weight(group))
                .thenComparing(group -> GroupHash.digits(salt, group.group()))
                .thenComparing(GroupRows::group));
        List<GroupRows> first =
                order.stream().filter(GroupRows::hasBoth).limit(2).toList();
        order.removeAll(first);
        order.addAll(0, first);
        return order;
    }

    /** The larger of its shares in a class. */
    private double weight(GroupRows group) {
        return Math.max(share(group.zeros(), zeros), share(group.ones(), ones));
    }

    private static double share(long rows, double all) {
        return all == 0 ? 0 : rows / all;
    }

    private void add(GroupRows group) {
        int best = -1;
        for (int fold = 0; fold < folds.size(); fold++) {
            if (!isNeededElsewhere(group, fold) && (best < 0 || isBetter(group, fold, best))) {
                best = fold;
            }
        }
        folds.set(best, folds.get(best).plus(group));
        dealt.get(best).add(group.group());
    }

    /** Whether a fold alone holds a class that the group has too. With the two groups of both classes dealt, that is never every fold. */
    private boolean isNeededElsewhere(GroupRows group, int fold) {
        GroupRows own = folds.get(fold);
        boolean zerosAlone =
                own.zeros() > 0 && folds.stream().filter(f -> f.zeros() > 0).count() == 1;
        boolean onesAlone =
                own.ones() > 0 && folds.stream().filter(f -> f.ones() > 0).count() == 1;
        return (group.zeros() > 0 && zerosAlone) || (group.ones() > 0 && onesAlone);
    }

    private boolean isBetter(GroupRows group, int fold, int best) {
        int spread = Double.compare(spread(group, folds.get(fold)), spread(group, folds.get(best)));
        return spread == 0 ? folds.get(fold).rows() < folds.get(best).rows() : spread < 0;
    }

    /** What a group adds to the sum of the squared shares, as far as folds differ in it: their variance follows it, for their mean is given. */
    private double spread(GroupRows group, GroupRows fold) {
        return share(group.zeros(), zeros) * share(fold.zeros(), zeros)
                + share(group.ones(), ones) * share(fold.ones(), ones);
    }
}
