package io.plimsoll.transform;

import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import java.util.List;

/**
 * What is done to a number: first a logarithm, {@code sign(x) × ln(1 + |x|)}, which every number has; then shift and division. Done by the operators of
 * the model's own graph in training as well, so that both compute the same bits.
 *
 * @param centre what is taken away
 * @param spread what is divided by, above 0
 */
public record Rescaling(boolean logarithm, float centre, float spread) {
    public static final Rescaling NONE = new Rescaling(false, 0, 1);

    public Rescaling {
        if (!(spread > 0)) {
            throw new IllegalArgumentException("a spread is above 0");
        }
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** A number before its logarithm is shifted, in double; for what is measured in training. */
    static double logarithm(double number) {
        return Math.signum(number) * StrictMath.log1p(Math.abs(number));
    }

    /** About the number that was rescaled to this one. */
    double undone(double rescaled) {
        double shifted = rescaled * spread + centre;
        return logarithm ? Math.signum(shifted) * StrictMath.expm1(Math.abs(shifted)) : shifted;
    }

    /**
     * A matrix of numbers, rescaled column by column.
     *
     * @param each one a column
     */
    static Value addTo(OnnxGraph graph, Value matrix, List<Rescaling> each) {
        float[] logarithms = new float[each.size()];
        float[] centres = new float[each.size()];
        float[] spreads = new float[each.size()];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = each.get(i).logarithm ? 1 : 0;
            centres[i] = each.get(i).centre;
            spreads[i] = each.get(i).spread;
        }
        Value numbers = matrix;
        if (each.stream().anyMatch(Rescaling::logarithm)) {
            Value sizes = graph.apply("Abs", matrix);
            Value signed = graph.apply(
                    "Mul", graph.apply("Sign", matrix), graph.logarithm(graph.apply("Add", sizes, graph.row(1))));
            Value chosen = graph.apply("Greater", graph.row(logarithms), graph.row(0));
            numbers = graph.apply("Where", chosen, signed, matrix);
        }
        return graph.apply("Div", graph.apply("Sub", numbers, graph.row(centres)), graph.row(spreads));
    }
}
