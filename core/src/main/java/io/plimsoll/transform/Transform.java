package io.plimsoll.transform;

import io.plimsoll.config.FeaturesConfig;
import io.plimsoll.config.FeaturesConfig.Encode;
import io.plimsoll.config.FeaturesConfig.MissingCategory;
import io.plimsoll.config.FeaturesConfig.MissingNumber;
import io.plimsoll.config.FeaturesConfig.Rescale;
import io.plimsoll.config.FeaturesConfig.Unseen;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Level;
import io.plimsoll.data.TrainingSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The transformation as configured, before it has seen any row. */
public final class Transform {
    private final FeaturesConfig features;
    private final Answers answers;

    /** @param answers read only where a column is encoded by the target */
    public Transform(FeaturesConfig features, Answers answers) {
        this.features = features;
        this.answers = answers;
    }

    public static Transform of(ModelConfig model) {
        return new Transform(model.features(), Answers.of(model));
    }

    /**
     * Medians, categories and what stands for them, of the training rows. The holdout has another type, and cannot be passed here.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code DATA_INVALID} if a column is encoded by the target and rows cannot be dealt in folds
     */
    public TrainingTransform fit(TrainingSet training) {
        List<Encoding.Numeric> numeric = features.numeric().stream()
                .map(column -> numeric(column, training))
                .toList();
        List<Encoding.Categorical> categorical = new ArrayList<>();
        List<OutOfFold.Column> outOfFold = new ArrayList<>();
        Map<String, Integer> foldOf =
                features.encode().containsValue(Encode.TARGET) ? OutOfFold.deal(training, answers) : Map.of();
        int place = numeric.size();
        for (String column : features.categorical()) {
            if (encode(column) == Encode.TARGET) {
                TargetMeans means = TargetMeans.of(column, training, answers, features, foldOf);
                categorical.add(means.lookup());
                outOfFold.add(new OutOfFold.Column(categorical.size() - 1, place, means.lookups()));
            } else {
                categorical.add(categorical(column, training));
            }
            place += categorical.get(categorical.size() - 1).outputs().size();
        }
        FittedTransform fitted = new FittedTransform(numeric, categorical);
        return new TrainingTransform(fitted, new OutOfFold(outOfFold, foldOf));
    }

    private Encode encode(String column) {
        return features.encode().getOrDefault(column, Encode.ONE_HOT);
    }

    private Encoding.Numeric numeric(String column, TrainingSet training) {
        boolean keep = features.missing().numeric() == MissingNumber.KEEP;
        double median = keep ? Double.NaN : training.rows().median(column);
        Rescale rescale = features.rescale().get(column);
        Rescaling rescaling = rescale == null ? Rescaling.NONE : Standardising.of(column, rescale, training);
        return new Encoding.Numeric(column, (float) median, rescaling);
    }

    private Encoding.Categorical categorical(String column, TrainingSet training) {
        List<Level> byCount = training.rows().levels(column);
        return switch (encode(column)) {
            case ORDINAL -> new Numbering(features, column).ordinal(byCount);
            case FREQUENCY ->
                new Numbering(features, column)
                        .frequency(byCount, training.rows().rows());
            default -> oneHot(column, byCount);
        };
    }

    private Encoding.OneHot oneHot(String column, List<Level> byCount) {
        long frequent = byCount.stream()
                .filter(level -> level.rows() >= features.minLevelRows())
                .count();
        int kept = (int) Math.min(frequent, features.maxLevels());
        List<String> levels = sorted(byCount.subList(0, kept));
        List<String> rare = sorted(byCount.subList(kept, byCount.size()));
        boolean other = !rare.isEmpty() || features.unseen() == Unseen.OWN_LEVEL;
        boolean ownMissing = features.missing().categorical() == MissingCategory.OWN_LEVEL;
        return new Encoding.OneHot(column, levels, rare, other, ownMissing, unseen(features));
    }

    static Encoding.Unseen unseen(FeaturesConfig features) {
        return switch (features.unseen()) {
            case ALL_ZEROS -> Encoding.Unseen.ALL_ZEROS;
            case OWN_LEVEL -> Encoding.Unseen.OTHER;
            case REFUSE -> Encoding.Unseen.REFUSE;
        };
    }

    /** By name, so that a change of counts alone moves no column. */
    static List<String> sorted(List<Level> levels) {
        return levels.stream()
                .map(Level::value)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
