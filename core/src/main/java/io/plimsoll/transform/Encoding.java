package io.plimsoll.transform;

import java.util.ArrayList;
import java.util.List;

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
     */
    record Numeric(String column, float fill) implements Encoding {
        @Override
        public List<String> outputs() {
            return List.of(column);
        }

        public float encode(double value) {
            return Double.isNaN(value) ? fill : (float) value;
        }
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
            implements Encoding {
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

    /** What becomes of a category that the training rows did not have. */
    enum Unseen {
        ALL_ZEROS,
        OTHER,
        REFUSE
    }
}
