package uk.schoolgate.adapter.models;

import java.util.List;
import uk.schoolgate.core.text.ListFile;

/**
 * Tells from a question alone whether it is of the kind that policies decide: "what did they find in the other boy's bag"
 * lies near a clause on searching, and yet no policy answers it. A linear layer over the question's vector.
 */
public final class Askable {
    private static final String FITTED = "/schoolgate/models/askable.txt";

    private final float[] weights;
    private final double bias;

    private Askable(float[] weights, double bias) {
        this.weights = weights;
        this.bias = bias;
    }

    /** As it was fitted on labelled questions. */
    static Askable fitted() {
        return of(ListFile.lines(FITTED));
    }

    /**
     * Reads figures, one a line.
     *
     * @param figures the bias, then a weight for each component of a question's vector
     */
    public static Askable of(List<String> figures) {
        float[] weights = new float[figures.size() - 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.parseFloat(figures.get(i + 1));
        }
        return new Askable(weights, Double.parseDouble(figures.getFirst()));
    }

    /** The logarithm of the odds that policies decide such a question. */
    public double of(float[] question) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * question[i];
        }
        return sum;
    }
}
