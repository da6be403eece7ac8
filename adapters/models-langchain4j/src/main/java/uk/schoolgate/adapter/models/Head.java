package uk.schoolgate.adapter.models;

/** A linear layer over a state of the encoder. */
final class Head {
    private final float[][] weight;
    private final float[] bias;

    /**
     * @param weight inputs by outputs
     * @param bias an output each
     */
    Head(float[][] weight, float[] bias) {
        this.weight = weight;
        this.bias = bias;
    }

    static Head of(Safetensors learnt, String name) {
        return new Head(learnt.matrix(name + ".weight"), learnt.vector(name + ".bias"));
    }

    double[] of(float[] state) {
        double[] out = new double[bias.length];
        for (int i = 0; i < state.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[j] += state[i] * weight[i][j];
            }
        }
        for (int j = 0; j < out.length; j++) {
            out[j] += bias[j];
        }
        return out;
    }

    static double[] softmax(double[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        double[] shares = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            shares[i] = Math.exp(logits[i] - largest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
