package uk.schoolgate.app.evaluation;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Logistic regression by gradient descent on labelled questions, with a preference for small weights. Questions that
 * policies decide and questions that they don't weigh the same, however many there are of each.
 */
final class LogisticFit {
    private static final int STEPS = 4000;
    private static final double RATE = 2;
    /** How strongly small weights are preferred. */
    private static final double DECAY = 0.0008;

    private final List<float[]> vectors;
    private final boolean[] decided;
    private final double[] weights;
    private double bias;

    private LogisticFit(List<float[]> vectors, boolean... decided) {
        this.vectors = vectors;
        this.decided = decided.clone();
        this.weights = new double[vectors.getFirst().length];
    }

    /**
     * The bias and a weight for each figure: what they sum up to is the logarithm of the odds.
     *
     * @param vectors figures about each question
     * @param decided whether policies decide each
     */
    static double[] fit(List<float[]> vectors, boolean... decided) {
        LogisticFit fit = new LogisticFit(vectors, decided);
        int count = 0;
        for (boolean one : decided) {
            count += one ? 1 : 0;
        }
        double ofDecided = 0.5 / count;
        double ofOthers = 0.5 / (decided.length - count);
        for (int step = 0; step < STEPS; step++) {
            fit.step(ofDecided, ofOthers);
        }
        return DoubleStream.concat(DoubleStream.of(fit.bias), DoubleStream.of(fit.weights))
                .toArray();
    }

    private void step(double ofDecided, double ofOthers) {
        double[] gradient = new double[weights.length];
        double biasGradient = 0;
        for (int example = 0; example < decided.length; example++) {
            double weight = decided[example] ? ofDecided : ofOthers;
            double wrong = weight * (likely(vectors.get(example)) - (decided[example] ? 1 : 0));
            biasGradient += wrong;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += wrong * vectors.get(example)[i];
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= RATE * (gradient[i] + DECAY * weights[i]);
        }
        bias -= RATE * biasGradient;
    }

    private double likely(float[] vector) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * vector[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
