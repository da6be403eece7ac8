package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Map;

/** Improves the parameters by their gradients. */
final class Adam {
    private static final float DECAY = 0.01f;
    private static final float LARGEST_STEP = 1f;
    private static final float WARM_UP = 0.06f;

    private final Optimizer optimizer;

    /**
     * @param rate of learning at its highest; it rises at first, and falls to nothing
     * @param steps how many there will be
     */
    Adam(float rate, int steps) {
        Tracker tracker = update -> {
            float done = update / (float) steps;
            return rate * (done < WARM_UP ? done / WARM_UP : Math.max(0, (1 - done) / (1 - WARM_UP)));
        };
        optimizer = Optimizer.adamW()
                .optLearningRateTracker(tracker)
                .optWeightDecays(DECAY)
                .optClipGrad(LARGEST_STEP)
                .build();
    }

    void step(Map<String, NDArray> parameters) {
        parameters.forEach((name, parameter) -> {
            if (parameter.hasGradient()) {
                NDArray gradient = parameter.getGradient();
                optimizer.update(name, parameter, gradient);
                gradient.subi(gradient);
                gradient.close();
            }
        });
    }
}
