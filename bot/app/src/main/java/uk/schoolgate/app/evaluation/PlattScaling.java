package uk.schoolgate.app.evaluation;

import java.util.List;

/**
 * Fits a slope and an intercept that turn scores into probabilities (Platt, 1999), by Newton's method. Few examples pull
 * them only a little away from leaving scores as they are.
 */
final class PlattScaling {
    private static final int STEPS = 50;
    private static final double SMALLEST_PART = 1e-4;
    /** How strongly slope 1 and intercept 0 are preferred, in examples. */
    private static final double PRIOR = 2;

    private PlattScaling() {}

    /**
     * A score and whether what it is about was there.
     *
     * @param logit the score, with 0 for as likely as not
     */
    record Scored(double logit, boolean there) {}

    /** Slope and intercept. */
    record Line(double slope, double intercept) {
        double of(double logit) {
            return 1 / (1 + Math.exp(-(slope * logit + intercept)));
        }
    }

    static Line fit(List<Scored> scores) {
        Line line = new Line(1, 0);
        for (int step = 0; step < STEPS; step++) {
            line = nearer(line, improved(line, scores), scores);
        }
        return line;
    }

    /** As far towards the next line as makes things better: a whole step may overshoot where scores are far apart. */
    private static Line nearer(Line line, Line next, List<Scored> scores) {
        double now = wrong(line, scores);
        for (double part = 1; part > SMALLEST_PART; part /= 2) {
            Line between = new Line(
                    line.slope() + part * (next.slope() - line.slope()),
                    line.intercept() + part * (next.intercept() - line.intercept()));
            if (wrong(between, scores) < now) {
                return between;
            }
        }
        return line;
    }

    private static double wrong(Line line, List<Scored> scores) {
        double wrong = PRIOR / 2 * (square(line.slope() - 1) + square(line.intercept()));
        for (Scored score : scores) {
            double logit = line.slope() * score.logit() + line.intercept();
            wrong += softPlus(score.there() ? -logit : logit);
        }
        return wrong;
    }

    private static double square(double x) {
        return x * x;
    }

    private static double softPlus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    private static Line improved(Line line, List<Scored> scores) {
        double slope = PRIOR * (line.slope() - 1);
        double intercept = PRIOR * line.intercept();
        double ss = PRIOR;
        double si = 0;
        double ii = PRIOR;
        for (Scored score : scores) {
            double likely = line.of(score.logit());
            double wrong = likely - (score.there() ? 1 : 0);
            double weight = Math.max(likely * (1 - likely), 1e-6);
            slope += wrong * score.logit();
            intercept += wrong;
            ss += weight * score.logit() * score.logit();
            si += weight * score.logit();
            ii += weight;
        }
        double determinant = ss * ii - si * si;
        return new Line(
                line.slope() - (ii * slope - si * intercept) / determinant,
                line.intercept() - (ss * intercept - si * slope) / determinant);
    }
}
