package io.plimsoll.local.onnx;

import io.plimsoll.artifact.AdditiveScale;
import io.plimsoll.artifact.Canaries;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Contributions;
import io.plimsoll.artifact.Explainer;
import io.plimsoll.artifact.OpenedGraph.FeaturePart;
import io.plimsoll.data.Batch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.local.explain.Attribution;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Contributions to what a graph adds up: the graph itself encodes the rows, the trainer's own file says how encoded features add up, and for every row the
 * contributions are held against the graph's own sum. So a file that belongs to another graph explains nothing.
 */
final class OnnxExplainer implements Explainer {
    /** How far sums may be apart, as a share of what went into them: float32 added up by the graph, double here. */
    private static final double SHARE = 1e-5;

    private final BatchSession session;
    private final List<FeaturePart> parts;
    private final Attribution attribution;
    private final AdditiveScale scale;
    private final double size;

    /** @param size of usual sums, below which a row's own is not taken as small */
    private OnnxExplainer(BatchSession session, List<FeaturePart> parts, Attribution attribution, double size) {
        this.session = session;
        this.parts = parts;
        this.attribution = attribution;
        this.scale = AdditiveScale.of(attribution.link(), session.contract().training());
        this.size = size;
    }

    /**
     * An explainer that has explained the contract's canaries.
     *
     * @param session of an opened graph, which is closed with the explainer
     * @throws PlimsollException with {@code NOT_EXPLAINABLE} if contributions do not add up
     * @throws IllegalArgumentException if the features of the graph are not those of the attribution
     */
    static OnnxExplainer of(BatchSession session, List<FeaturePart> parts, Attribution attribution) {
        Contract contract = session.contract();
        Batch canaries = Canaries.batch(
                contract.inputs(),
                contract.canaries().stream().map(Contract.Canary::values).toList());
        Contributions explained = new OnnxExplainer(session, parts, attribution, 0).explain(canaries);
        return new OnnxExplainer(
                session,
                parts,
                attribution,
                Arrays.stream(sizes(explained)).max().orElse(0));
    }

    @Override
    public Contract contract() {
        return session.contract();
    }

    @Override
    public Contributions explain(Batch batch) {
        double[][] ofInputs = new double[contract().inputs().size()][batch.rows()];
        double[] sums = new double[batch.rows()];
        session.run(batch, (result, from, rows) -> {
            int first = contract().outputs().size();
            attribute(FeatureMatrix.of(result, first, parts, rows), rows, ofInputs, from);
            FloatBuffer sum =
                    FeatureMatrix.matrix(result, first + parts.size(), rows).getFloatBuffer();
            for (int row = 0; row < rows; row++) {
                sums[from + row] = sum.get(row);
            }
        });
        Contributions contributions = new Contributions(scale, attribution.base(), List.of(ofInputs));
        requireSums(contributions, sums);
        return contributions;
    }

    @Override
    public void close() {
        session.close();
    }

    /** All feature columns of one table column are one contribution. */
    private void attribute(FeatureMatrix features, int rows, double[][] ofInputs, int from) {
        int width = features.inputs().size();
        if (!attribution.takes(width)) {
            throw new IllegalArgumentException("features of another model");
        }
        double[] contributions = new double[rows * width];
        attribution.addTo(contributions, features.values(), rows);
        for (int column = 0; column < width; column++) {
            double[] ofInput = ofInputs[features.inputs().get(column)];
            for (int row = 0; row < rows; row++) {
                ofInput[from + row] += contributions[row * width + column];
            }
        }
    }

    private void requireSums(Contributions contributions, double[] sums) {
        double[] sizes = sizes(contributions);
        double[] ours = contributions.sums();
        int off = 0;
        for (int row = 0; row < sums.length; row++) {
            boolean near = Math.abs(ours[row] - sums[row]) <= SHARE * Math.max(size, sizes[row]);
            // what is too large for float32 is infinite there
            off += near || Float.compare((float) ours[row], (float) sums[row]) == 0 ? 0 : 1;
        }
        if (off > 0) {
            throw PlimsollException.of(
                    ErrorCode.NOT_EXPLAINABLE,
                    "contributions to " + off + " of " + sums.length
                            + " predictions do not add up to what the graph adds up",
                    "model " + contract().model(),
                    "Score without explanations. The file in native/ does not belong to the graph: train the model again to explain it.");
        }
    }

    /** The base and all contributions to a row, each without its sign. */
    private static double[] sizes(Contributions contributions) {
        double[] sizes = new double[contributions.rows()];
        Arrays.fill(sizes, Math.abs(contributions.base()));
        for (double[] column : contributions.ofInputs()) {
            for (int row = 0; row < sizes.length; row++) {
                sizes[row] += Math.abs(column[row]);
            }
        }
        return sizes;
    }
}
