package io.plimsoll.artifact;

import io.plimsoll.data.Batch;

/**
 * A model opened to tell why it predicts what it does. Safe to use from several threads.
 *
 * <p><b>Source</b>: Shapley values: Lundberg and Lee, "A unified approach to interpreting model predictions", NeurIPS 2017; of trees: Lundberg et al., "From
 * local explanations to global understanding with explainable AI for trees", Nature Machine Intelligence 2, 2020.
 */
public interface Explainer extends AutoCloseable {
    Contract contract();

    /**
     * Explains the prediction for every row of a batch that {@link Predictor#predict} would take.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code UNSEEN_CATEGORY} as for predictions; with {@code NOT_EXPLAINABLE} if contributions do not add up
     *     to what the model's graph adds up
     */
    Contributions explain(Batch batch);

    @Override
    void close();
}
