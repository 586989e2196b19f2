package io.plimsoll.local.linear;

import io.plimsoll.train.Examples;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Standardised features with a column of ones before them, taken in pieces of rows, so that no second copy of the table is held. Sums run in row
 * order.
 */
final class Design {
    private static final int PIECE = 1024;

    private final Examples examples;
    private final StandardisedColumns columns;

    Design(Examples examples, StandardisedColumns columns) {
        this.examples = examples;
        this.columns = columns;
    }

    /** Number of coefficients, with the intercept. */
    int width() {
        return 1 + examples.featureNames().size();
    }

    /**
     * The products that normal equations are made of.
     *
     * <p><b>Shape</b>: {@code gram} is [width, width], {@code moments} is [width, 1].
     *
     * @param gram {@code X′WX}
     * @param moments {@code X′Wz}
     */
    record Products(DMatrixRMaj gram, DMatrixRMaj moments) {}

    /** <b>Shape</b>: one weight and one response a row. */
    Products products(double[] weights, double[] responses) {
        DMatrixRMaj gram = new DMatrixRMaj(width(), width());
        DMatrixRMaj moments = new DMatrixRMaj(width(), 1);
        for (int from = 0; from < examples.rows(); from += PIECE) {
            int rows = Math.min(PIECE, examples.rows() - from);
            DMatrixRMaj piece = piece(from, rows);
            DMatrixRMaj weighted = piece.copy();
            DMatrixRMaj response = new DMatrixRMaj(rows, 1);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < width(); column++) {
                    weighted.set(row, column, piece.get(row, column) * weights[from + row]);
                }
                response.set(row, 0, responses[from + row]);
            }
            CommonOps_DDRM.multAddTransA(weighted, piece, gram);
            CommonOps_DDRM.multAddTransA(weighted, response, moments);
        }
        return new Products(gram, moments);
    }

    /** The sums that coefficients give. <b>Shape</b>: one a row. */
    double[] sums(DMatrixRMaj coefficients) {
        double[] sums = new double[examples.rows()];
        for (int from = 0; from < examples.rows(); from += PIECE) {
            int rows = Math.min(PIECE, examples.rows() - from);
            DMatrixRMaj some = new DMatrixRMaj(rows, 1);
            CommonOps_DDRM.mult(piece(from, rows), coefficients, some);
            System.arraycopy(some.data, 0, sums, from, rows);
        }
        return sums;
    }

    private DMatrixRMaj piece(int from, int rows) {
        DMatrixRMaj piece = new DMatrixRMaj(rows, width());
        for (int row = 0; row < rows; row++) {
            piece.set(row, 0, 1);
            for (int column = 1; column < width(); column++) {
                piece.set(row, column, columns.of(examples.features(), from + row, column - 1));
            }
        }
        return piece;
    }
}
