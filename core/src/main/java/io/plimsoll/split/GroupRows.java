package io.plimsoll.split;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import io.plimsoll.metric.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a group has, by class.
 *
 * @param zeros rows that are not of class 1; for a regression, all
 */
record GroupRows(String group, long zeros, long ones) {
    /** Of every group, in the order of their text form. */
    static List<GroupRows> of(Dataset rows, Roles roles, Task task) {
        Map<String, GroupRows> groups = new TreeMap<>();
        rows.scan(new Selection(List.of(roles.target()), List.of(roles.group())), batch -> {
            double[] target = batch.numbers().get(0);
            @Nullable String[] group = batch.texts().get(0);
            for (int row = 0; row < batch.rows(); row++) {
                boolean one = task == Task.CLASSIFICATION && target[row] == 1;
                String name = group[row];
                if (name != null) {
                    groups.merge(name, new GroupRows(name, one ? 0 : 1, one ? 1 : 0), GroupRows::plus);
                }
            }
        });
        return List.copyOf(groups.values());
    }

    GroupRows plus(GroupRows other) {
        return new GroupRows(group, zeros + other.zeros, ones + other.ones);
    }

    long rows() {
        return zeros + ones;
    }

    boolean hasBoth() {
        return zeros > 0 && ones > 0;
    }
}
