package io.plimsoll.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one fitted modelling column becomes columns of the feature matrix. Holds constants of the training rows only. */
public sealed interface Encoding {
    /** The column of the modelling table. */
    String column();

    /** Names of the feature columns that it becomes, in order. */
    List<String> outputs();

    /**
     * A number, cast once to float32.
     *
     * @param fill what stands for a missing value; NaN leaves it missing
     * @param rescaling what is done to it then
     */
    record Numeric(String column, float fill, Rescaling rescaling) implements Encoding {
        /** A number that is taken as it is. */
        public Numeric(String column, float fill) {
            this(column, fill, Rescaling.NONE);
        }

        @Override
        public List<String> outputs() {
            return List.of(column);
        }

        /** The number before it is rescaled, which is left to the operators of the graph. */
        float filled(double value) {
            return Double.isNaN(value) ? fill : (float) value;
        }
    }

    /** A category. */
    sealed interface Categorical extends Encoding permits OneHot, Lookup {
        /** The categories that the training rows had. */
        List<String> known();

        /** Those of them that are treated alike because they are rare. */
        List<String> rare();

        Unseen unseen();
    }

    /**
     * A category as zeros with at most one 1.
     *
     * @param levels categories with a slot of their own, in slot order
     * @param rare categories of the training rows that share the slot {@code (other)}; empty unless {@code other}
     * @param other whether there is a slot {@code (other)}, after the levels
     * @param ownMissing whether missing values have a slot {@code (missing)}, the last; else they are all zeros
     * @param unseen what a category is that the training rows did not have
     */
    record OneHot(
            String column, List<String> levels, List<String> rare, boolean other, boolean ownMissing, Unseen unseen)
            implements Categorical {
        public OneHot {
            levels = List.copyOf(levels);
            rare = List.copyOf(rare);
        }

        @Override
        public List<String> outputs() {
            List<String> names = new ArrayList<>();
            levels.forEach(level -> names.add(column + "=" + level));
            if (other) {
                names.add(column + "=(other)");
            }
            if (ownMissing) {
                names.add(column + "=(missing)");
            }
            return names;
        }

        @Override
        public List<String> known() {
            List<String> all = new ArrayList<>(levels);
            all.addAll(rare);
            return all;
        }

        /** The slot of rare categories and, where the policy says so, of unseen ones; -1 where there is none. */
        public int otherSlot() {
            return other ? levels.size() : -1;
        }

        /** The slot of missing values; -1 where they are all zeros. */
        public int missingSlot() {
            return ownMissing ? levels.size() + (other ? 1 : 0) : -1;
        }

        /** The slot of a category that training did not see; -1 for all zeros. */
        public int unseenSlot() {
            return unseen == Unseen.OTHER ? otherSlot() : -1;
        }
    }

    /**
     * A category as one number that stands for it: the very float32 that training used.
     *
     * @param kind what the number is, for people: {@code target}
     * @param numbers by category, in the order in which they are written
     * @param rare categories among these that share one number because they are rare
     * @param missing of a missing value
     * @param otherwise of a category that the training rows did not have
     */
    record Lookup(
            String column,
            String kind,
            Map<String, Float> numbers,
            List<String> rare,
            float missing,
            float otherwise,
            Unseen unseen)
            implements Categorical {
        public Lookup {
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
            rare = List.copyOf(rare);
        }

        @Override
        public List<String> outputs() {
            return List.of(column + " (" + kind + ")");
        }

        @Override
        public List<String> known() {
            return List.copyOf(numbers.keySet());
        }

        /** @param category null or empty where missing */
        float of(@Nullable String category) {
            return category == null || category.isEmpty() ? missing : numbers.getOrDefault(category, otherwise);
        }
    }

    /** What becomes of a category that the training rows did not have. */
    enum Unseen {
        ALL_ZEROS,
        OTHER,
        REFUSE
    }
}
