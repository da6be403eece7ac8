package uk.schoolgate.adapter.models;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the nearest of some ten thousand vectors by looking at them all, in less than a millisecond: summed up component by
 * component, since the processor then adds many vectors' products at once, which it may not do within one vector's sum.
 */
final class NearestVectors {
    /** Far above what the order of a sum of floats makes of a cosine. */
    private static final double ROUNDING = 1e-4;

    private final PackedVectors vectors;
    private final byte[][] columns;

    /**
     * One that is near.
     *
     * @param number of the vector
     * @param near its cosine
     */
    record Neighbour(int number, double near) {}

    NearestVectors(PackedVectors vectors) {
        this.vectors = vectors;
        this.columns = vectors.columns();
    }

    /**
     * The nearest, nearest first.
     *
     * @param vector of length one
     * @param most how many
     */
    List<Neighbour> to(float[] vector, int most) {
        double[] about = cosines(vector);
        double least = about.length <= most ? Double.NEGATIVE_INFINITY : highest(most, about) - 2 * ROUNDING;
        return IntStream.range(0, about.length)
                .filter(number -> about[number] >= least)
                .mapToObj(number -> new Neighbour(number, Vectors.dot(vector, vectors.unit(number))))
                .sorted(Comparator.comparingDouble(Neighbour::near).reversed())
                .limit(most)
                .toList();
    }

    private static double highest(int most, double... all) {
        double[] ascending = all.clone();
        Arrays.sort(ascending);
        return ascending[all.length - most];
    }

    private double[] cosines(float[] vector) {
        float[] sums = new float[vectors.size()];
        for (int column = 0; column < columns.length; column++) {
            add(sums, vector[column], columns[column]);
        }
        return IntStream.range(0, sums.length)
                .mapToDouble(number -> vectors.isZero(number) ? 0 : sums[number] / vectors.length(number))
                .toArray();
    }

    private static void add(float[] sums, float factor, byte... column) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * column[i];
        }
    }
}
