package uk.schoolgate.adapter.models;

/** Sums over the components of vectors. */
final class Vectors {
    private Vectors() {}

    static double dot(float[] one, float... other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** The vector of length one in the same direction; zeros stay zeros. */
    static float[] unit(float... vector) {
        double length = length(vector);
        return times(vector, length == 0 ? 1 : 1 / length);
    }

    static double length(float... vector) {
        double square = 0;
        for (float x : vector) {
            square += (double) x * x;
        }
        return Math.sqrt(square);
    }

    static float[] times(float[] vector, double factor) {
        float[] product = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = (float) (vector[i] * factor);
        }
        return product;
    }

    /** Adds a multiple of another vector to one. */
    static void add(float[] to, float[] other, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += (float) (other[i] * factor);
        }
    }

    static boolean isZero(float... vector) {
        return length(vector) == 0;
    }
}
