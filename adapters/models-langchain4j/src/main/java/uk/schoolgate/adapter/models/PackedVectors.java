package uk.schoolgate.adapter.models;

import java.util.Arrays;

/** Many vectors, each kept as whole numbers from -127 to 127, of which only the direction counts. */
final class PackedVectors {
    private static final int LARGEST = 127;

    private final byte[][] rows;
    private final double[] lengths;

    /** @param rows as {@link #pack} gives them */
    PackedVectors(byte[]... rows) {
        this.rows = rows;
        this.lengths = Arrays.stream(rows)
                .mapToDouble(row -> Vectors.length(floats(row)))
                .toArray();
    }

    /** A vector in whole numbers. */
    static byte[] pack(float... vector) {
        float largest = 0;
        for (float x : vector) {
            largest = Math.max(largest, Math.abs(x));
        }
        byte[] packed = new byte[vector.length];
        for (int i = 0; i < packed.length && largest > 0; i++) {
            packed[i] = (byte) Math.round(vector[i] / largest * LARGEST);
        }
        return packed;
    }

    private static float[] floats(byte... row) {
        float[] vector = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            vector[i] = row[i];
        }
        return vector;
    }

    int size() {
        return rows.length;
    }

    boolean isZero(int row) {
        return lengths[row] == 0;
    }

    /** How long a vector of whole numbers is. */
    double length(int row) {
        return lengths[row];
    }

    /** A vector at length one; zeros stay zeros. */
    float[] unit(int row) {
        return Vectors.unit(floats(rows[row]));
    }

    /** The whole numbers of all vectors, component by component. */
    byte[][] columns() {
        int width = rows.length == 0 ? 0 : rows[0].length;
        byte[][] columns = new byte[width][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < width; column++) {
                columns[column][row] = rows[row][column];
            }
        }
        return columns;
    }
}
