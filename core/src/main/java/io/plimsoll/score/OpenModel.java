package io.plimsoll.score;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Contributions;
import io.plimsoll.artifact.Explainer;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.data.Batch;
import org.jspecify.annotations.Nullable;

/**
 * A loaded model as scoring uses it. Closing it is the business of who opened its parts.
 *
 * @param explainer null where nobody asks why
 * @param version for people: {@code lung-activation@3}
 */
public record OpenModel(Predictor predictor, @Nullable Explainer explainer, String version) {
    Contract contract() {
        return predictor.contract();
    }

    /** The rows as they are written. */
    Batch scored(Batch read, OutputLayout layout) {
        Contributions reasons = explainer == null ? null : explainer.explain(read);
        return layout.arranged(read, predictor.predictions(read), reasons);
    }
}
