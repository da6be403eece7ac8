package uk.schoolgate.app.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.schoolgate.core.screening.Category;

/**
 * How often messages are rightly and wrongly said to hold something.
 *
 * @param right labelled and found
 * @param falseAlarms found only
 * @param missed labelled only
 */
record Tally(int right, int falseAlarms, int missed) {
    static Tally of(List<Judged> messages, Set<Category> categories) {
        int right = 0;
        int falseAlarms = 0;
        int missed = 0;
        for (Judged judged : messages) {
            boolean labelled = judged.isLabelled(categories);
            boolean found = judged.isFound(categories);
            right += labelled && found ? 1 : 0;
            falseAlarms += found && !labelled ? 1 : 0;
            missed += labelled && !found ? 1 : 0;
        }
        return new Tally(right, falseAlarms, missed);
    }

    /** The share of what was found that is right; 1 where nothing was found. */
    double precision() {
        return share(right, right + falseAlarms);
    }

    /** The share of what is there that was found; 1 where nothing is there. */
    double recall() {
        return share(right, right + missed);
    }

    double f1() {
        return share(2 * right, 2 * right + falseAlarms + missed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }

    /** Precision, recall and F1, and the counts behind them. */
    String asLine(String name) {
        return String.format(
                Locale.ROOT,
                "%-34s %6.3f %6.3f %6.3f   %4d found, %4d of them right, %4d missed",
                name,
                precision(),
                recall(),
                f1(),
                right + falseAlarms,
                right,
                missed);
    }
}
