package uk.schoolgate.app.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.schoolgate.core.policy.Answer;
import uk.schoolgate.core.policy.Citation;

/** How good answers are, for people to read. */
final class AnswerTally {
    private static final int LONGEST_QUOTE = 100;
    private static final int BINS = 5;

    private final List<Asked> all;

    /**
     * A labelled question and the answer to it.
     *
     * @param verbatim whether every quote stands in its policy word for word
     * @param nanos how long the answer took
     */
    record Asked(LabelledQuestion question, Answer answer, boolean verbatim, long nanos) {
        List<Citation> citations() {
            return answer instanceof Answer.Cited cited ? cited.citations() : List.of();
        }

        boolean isAnswered() {
            return answer instanceof Answer.Cited;
        }

        /** Which citation holds what decides the question, from 0; -1 for none. */
        int rankOfRight() {
            List<Citation> citations = citations();
            for (int i = 0; i < citations.size(); i++) {
                String quote = citations.get(i).quote();
                if (quote.split("\\s+").length <= LONGEST_QUOTE && question.isDecidedBy(quote)) {
                    return i;
                }
            }
            return -1;
        }
    }

    AnswerTally(List<Asked> all) {
        this.all = all;
    }

    String text() {
        List<Asked> answerable =
                all.stream().filter(asked -> asked.question().isAnswerable()).toList();
        List<Asked> not =
                all.stream().filter(asked -> !asked.question().isAnswerable()).toList();
        return line("first citation right", count(answerable, asked -> asked.rankOfRight() == 0), answerable.size())
                + line("one of three right", count(answerable, asked -> asked.rankOfRight() >= 0), answerable.size())
                + line("answered although the policies don't say", count(not, Asked::isAnswered), not.size())
                + line(
                        "not answered although they do say",
                        count(answerable, asked -> !asked.isAnswered()),
                        answerable.size())
                + String.format(
                        Locale.ROOT, "%-44s %5.3f%n", "area under ROC of the confidence", areaUnderRoc(answerable, not))
                + String.format(
                        Locale.ROOT, "%-44s %5.3f%n", "how far the confidence is off, on average", calibrationError())
                + reliability()
                + line("quotes that are not verbatim", count(all, asked -> !asked.verbatim()), all.size())
                + String.format(
                        Locale.ROOT,
                        "%-44s %.1f ms, 99th percentile %.1f ms%n",
                        "median time",
                        percentile(0.5),
                        percentile(0.99));
    }

    private static int count(List<Asked> asked, java.util.function.Predicate<Asked> which) {
        return (int) asked.stream().filter(which).count();
    }

    private static String line(String name, int count, int of) {
        return String.format(
                Locale.ROOT, "%-44s %5.3f (%d of %d)%n", name, of == 0 ? 0 : count / (double) of, count, of);
    }

    /** How often an answerable question has the higher confidence of a pair. */
    private static double areaUnderRoc(List<Asked> answerable, List<Asked> not) {
        double wins = 0;
        for (Asked one : answerable) {
            for (Asked other : not) {
                double difference = one.answer().confidence() - other.answer().confidence();
                wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
            }
        }
        return answerable.isEmpty() || not.isEmpty() ? 0 : wins / answerable.size() / not.size();
    }

    /**
     * The expected error of calibration: how far, on average, the confidence is from the share of questions that the
     * policies do decide, among questions of like confidence.
     */
    double calibrationError() {
        return bins().stream()
                        .mapToDouble(bin -> Math.abs(bin.said() - bin.so()) * bin.count())
                        .sum()
                / Math.max(1, all.size());
    }

    private String reliability() {
        return bins().stream()
                .map(bin -> String.format(
                        Locale.ROOT,
                        "  confidence %.1f to %.1f: %d questions, %.2f on average; the policies decide %.2f of them%n",
                        bin.from(),
                        bin.from() + 1.0 / BINS,
                        bin.count(),
                        bin.said(),
                        bin.so()))
                .collect(Collectors.joining());
    }

    /**
     * Questions of like confidence.
     *
     * @param said their confidence, on average
     * @param so the share of them that the policies decide
     */
    private record Bin(double from, int count, double said, double so) {}

    private List<Bin> bins() {
        Map<Integer, List<Asked>> byBin = all.stream()
                .collect(Collectors.groupingBy(
                        asked -> Math.min(BINS - 1, (int) (asked.answer().confidence() * BINS)),
                        TreeMap::new,
                        Collectors.toList()));
        return byBin.entrySet().stream()
                .map(entry -> new Bin(
                        entry.getKey() / (double) BINS,
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .mapToDouble(asked -> asked.answer().confidence())
                                .average()
                                .orElse(0),
                        count(entry.getValue(), asked -> asked.question().isAnswerable())
                                / (double) entry.getValue().size()))
                .toList();
    }

    private double percentile(double share) {
        List<Long> sorted =
                all.stream().map(Asked::nanos).sorted(Comparator.naturalOrder()).toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }
}
