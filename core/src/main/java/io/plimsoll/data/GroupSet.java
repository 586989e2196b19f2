package io.plimsoll.data;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds out groups that are named one by one: one fold of a deal that no rule draws.
 *
 * @param groups in their text form
 */
public record GroupSet(String column, Set<String> groups) implements ByValue {
    public GroupSet {
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    }

    @Override
    public boolean holdsOut(String group) {
        return groups.contains(group);
    }
}
