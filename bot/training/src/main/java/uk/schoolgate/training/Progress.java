package uk.schoolgate.training;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says now and then how far training is. */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final int REPORTED_EVERY = 25;

    private final int steps;
    private int done;
    private double sum;

    Progress(int steps) {
        this.steps = steps;
    }

    /** @param loss of one more step */
    void report(double loss) {
        if (Double.isNaN(loss)) {
            throw new IllegalStateException("training went astray: the loss is no number any more");
        }
        done++;
        sum += loss;
        if (done % REPORTED_EVERY == 0) {
            LOG.info("step {} of {}: mean loss of late {}", done, steps, sum / REPORTED_EVERY);
            sum = 0;
        }
    }
}
