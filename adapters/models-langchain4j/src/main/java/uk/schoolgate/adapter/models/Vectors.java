package uk.schoolgate.adapter.models;

import org.apache.lucene.util.VectorUtil;

/** Sums over the components of vectors. */
final class Vectors {
    private Vectors() {}

    /** By Lucene, which keeps several sums at once. */
    static double dot(float[] one, float... other) {
        return VectorUtil.dotProduct(one, other);
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
}
