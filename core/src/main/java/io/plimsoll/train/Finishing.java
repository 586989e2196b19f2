package io.plimsoll.train;

import io.plimsoll.calibrate.Calibration;
import io.plimsoll.calibrate.Spread;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.config.ModelConfig.Calibrate;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.Fold;
import io.plimsoll.split.InnerFolds;
import io.plimsoll.split.RowWeights;
import io.plimsoll.train.CrossValidation.JudgedFold;
import java.util.List;

/** Learns how predictions are finished, from those for training rows by models that were fitted without their groups. The rows that judge have no say. */
final class Finishing {
    private static final int FOLDS = 5;

    private final Fitting fitting;
    private final ModelConfig config;

    Finishing(Fitting fitting) {
        this.fitting = fitting;
        this.config = fitting.config();
    }

    /** @throws PlimsollException with {@code DATA_INVALID} if there are too few groups for it */
    Finish of(TrainingSet training, Roles roles) {
        Finish plain = Finish.plain(fitting.scale());
        boolean calibrated = config.calibrate() != Calibrate.NONE;
        if (!calibrated && config.intervals() == null) {
            return plain;
        }
        ScoredRows rows = outOfFold(training, roles, calibrated ? "calibrate" : "intervals");
        Percentage level = config.intervals();
        return new Finish(plain.scale(), calibration(rows), level == null ? null : spread(rows, level.fraction()));
    }

    private Calibration calibration(ScoredRows rows) {
        return switch (config.calibrate()) {
            case NONE -> Calibration.none();
            case ISOTONIC -> Calibration.isotonic(rows);
            case PLATT -> Calibration.platt(rows);
        };
    }

    private Spread spread(ScoredRows rows, double level) {
        int fewest = Spread.fewestGroups(level);
        if (rows.groups() < fewest) {
            throw PlimsollException.of(
                    ErrorCode.DATA_INVALID,
                    "intervals of " + Figures.percent(level) + " need training rows of at least " + fewest
                            + " groups; there are " + rows.groups(),
                    "intervals",
                    "bring rows of more groups, ask for narrower intervals, or leave intervals out");
        }
        Scale scale = fitting.scale();
        ScoredRows fitted = new ScoredRows(
                scale.fitted(rows.target()), scale.fitted(rows.prediction()), rows.weight(), rows.group());
        return Spread.fit(fitted, level);
    }

    /** Rows of all folds, weighted as one whole. */
    private ScoredRows outOfFold(TrainingSet training, Roles roles, String purpose) {
        List<Fold> folds = InnerFolds.of(training, roles, config.task(), FOLDS, purpose);
        List<JudgedFold> judged = CrossValidation.unfinished(fitting).over(folds, roles, share -> {});
        ScoredRows all = ScoredRows.concat(judged.stream().map(JudgedFold::rows).toList());
        double[] weights = RowWeights.of(config.weight(), all.group());
        return new ScoredRows(all.target(), all.prediction(), weights, all.group());
    }
}
