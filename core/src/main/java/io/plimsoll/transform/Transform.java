package io.plimsoll.transform;

import io.plimsoll.config.FeaturesConfig;
import io.plimsoll.config.FeaturesConfig.MissingCategory;
import io.plimsoll.config.FeaturesConfig.MissingNumber;
import io.plimsoll.config.FeaturesConfig.Unseen;
import io.plimsoll.data.Level;
import io.plimsoll.data.TrainingSet;
import java.util.Comparator;
import java.util.List;

/** The transformation as configured, before it has seen any row. */
public final class Transform {
    private final FeaturesConfig features;

    public Transform(FeaturesConfig features) {
        this.features = features;
    }

    /** Medians and categories of the training rows. The holdout has another type, and cannot be passed here. */
    public FittedTransform fit(TrainingSet training) {
        return new FittedTransform(
                features.numeric().stream()
                        .map(column -> numeric(column, training))
                        .toList(),
                features.categorical().stream()
                        .map(column -> oneHot(column, training))
                        .toList());
    }

    private Encoding.Numeric numeric(String column, TrainingSet training) {
        boolean keep = features.missing().numeric() == MissingNumber.KEEP;
        double median = keep ? Double.NaN : training.rows().median(column);
        return new Encoding.Numeric(column, (float) median);
    }

    private Encoding.OneHot oneHot(String column, TrainingSet training) {
        List<Level> byCount = training.rows().levels(column);
        int kept = Math.min(byCount.size(), features.maxLevels());
        List<String> levels = sorted(byCount.subList(0, kept));
        List<String> rare = sorted(byCount.subList(kept, byCount.size()));
        boolean other = !rare.isEmpty() || features.unseen() == Unseen.OWN_LEVEL;
        boolean ownMissing = features.missing().categorical() == MissingCategory.OWN_LEVEL;
        return new Encoding.OneHot(column, levels, rare, other, ownMissing, unseen());
    }

    private Encoding.Unseen unseen() {
        return switch (features.unseen()) {
            case ALL_ZEROS -> Encoding.Unseen.ALL_ZEROS;
            case OWN_LEVEL -> Encoding.Unseen.OTHER;
            case REFUSE -> Encoding.Unseen.REFUSE;
        };
    }

    /** By name, so that a change of counts alone moves no column. */
    private static List<String> sorted(List<Level> levels) {
        return levels.stream()
                .map(Level::value)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
