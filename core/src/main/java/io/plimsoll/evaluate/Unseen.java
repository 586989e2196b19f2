package io.plimsoll.evaluate;

import io.plimsoll.data.Batch;
import io.plimsoll.data.ByValue;
import io.plimsoll.data.Column;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.Level;
import io.plimsoll.data.Partition;
import io.plimsoll.data.Selection;
import io.plimsoll.data.TimeSplit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which rows a version was surely not trained on, by the split that its contract speaks of. In doubt, a row counts as one that it was
 * trained on.
 */
@FunctionalInterface
interface Unseen {
    /** @param first the first of the partition's columns among the texts of a batch; the others follow it */
    boolean row(Batch batch, int first, int row);

    /**
     * By a table of which nobody knows how much was there when the version was trained.
     *
     * @param partition the version's own
     * @param table every row that there is, not only those that judge: what else lies in a row's group says whether the group was trained on
     * @param key the column that tells rows apart
     */
    static Unseen of(Partition partition, Dataset table, String key) {
        return partition instanceof TimeSplit split ? byTime(split, table, key) : byValue((ByValue) partition);
    }

    /**
     * By the very rows that the version's split parted.
     *
     * @param partition the version's own
     */
    static Unseen ofSameRows(Partition partition, Dataset labelled) {
        return partition instanceof TimeSplit split
                ? byGroup(split, groups(labelled.where(new Filter.Bucket(split, Filter.Side.KEPT)), split))
                : byValue((ByValue) partition);
    }

    private static Unseen byValue(ByValue held) {
        return (batch, first, row) -> {
            String value = batch.texts().get(first)[row];
            return value != null && held.holdsOut(value);
        };
    }

    /**
     * A group without a row before the gap trained nothing. One with such a row and later ones did not train either, if it had the later ones by
     * then; as nobody knows, it counts as trained on. So does one with a row that is from no known time.
     */
    private static Unseen byTime(TimeSplit split, Dataset table, String key) {
        boolean isReadable = table.columns().stream()
                .filter(column -> column.name().equals(split.on()))
                .map(Column::type)
                .anyMatch(type -> split.line(type).isPresent());
        if (!isReadable) {
            return (batch, first, row) -> false;
        }
        Set<String> trained = groups(table.where(new Filter.Bucket(split.ofRows(key), Filter.Side.KEPT)), split);
        table.scan(new Selection(List.of(), split.columns()), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                if (batch.texts().get(0)[row] == null) {
                    trained.add(Objects.requireNonNullElse(batch.texts().get(1)[row], ""));
                }
            }
        });
        return byGroup(split, trained);
    }

    private static Unseen byGroup(TimeSplit split, Set<String> trained) {
        int on = split.columns().indexOf(split.on());
        int group = split.columns().indexOf(split.group());
        return (batch, first, row) -> {
            String name = batch.texts().get(first + group)[row];
            return name != null && batch.texts().get(first + on)[row] != null && !trained.contains(name);
        };
    }

    private static Set<String> groups(Dataset rows, TimeSplit split) {
        return rows.levels(split.group()).stream().map(Level::value).collect(Collectors.toSet());
    }
}
