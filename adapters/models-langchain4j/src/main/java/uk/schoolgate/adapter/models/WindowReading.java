package uk.schoolgate.adapter.models;

import java.util.List;

/**
 * What the model says of a window of a message, not calibrated.
 *
 * @param window what was read
 * @param states of its tokens
 * @param whole a logit for each signal, for the window as a whole
 * @param carried for each token of the message, the start left out, how much it carries each signal
 */
// Nobody compares readings, and the model gives arrays.
@SuppressWarnings("ArrayRecordComponent")
record WindowReading(MarkedTokens.Window window, float[][] states, double[] whole, double[][] carried) {
    /** How near the token that carries most of a signal comes to carrying it. */
    double most(int signal) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < carried.length; i++) {
            most = Math.max(most, carried[i][signal]);
        }
        return most;
    }

    /** The window as a whole and its strongest token together. */
    double logit(int signal) {
        return whole[signal] + most(signal);
    }

    /** As much what the window says alone as what it says within the stretches around it; alone, if there are none. */
    double logitAmong(int signal, List<WindowReading> surroundings) {
        double alone = logit(signal);
        double within = surroundings.stream()
                .filter(around -> around.window.overlaps(window))
                .mapToDouble(around -> around.logit(signal))
                .max()
                .orElse(alone);
        return (alone + within) / 2;
    }
}
