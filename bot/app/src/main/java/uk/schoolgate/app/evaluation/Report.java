package uk.schoolgate.app.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Kind;

/** How good screening was on labelled messages, for people to read. */
final class Report {
    private static final int MOST_MISTAKES = 12;
    private static final int BINS = 5;
    private static final int LONGEST_SHOWN = 140;

    private final List<Judged> all;
    private final StringBuilder out = new StringBuilder();

    Report(List<Judged> all) {
        this.all = all;
    }

    /** The report. */
    String text() {
        out.append(all.size()).append(" messages\n");
        for (String mix : mixes()) {
            section(mix);
        }
        confusion(Kind.NAMES_CHILD);
        confusion(Kind.STAFF);
        calibration();
        mistakes();
        return out.toString();
    }

    private List<String> mixes() {
        List<String> mixes = new ArrayList<>(all.stream()
                .map(judged -> judged.message().mix())
                .filter(mix -> !mix.isEmpty())
                .distinct()
                .sorted()
                .toList());
        mixes.add("");
        return mixes;
    }

    private void section(String mix) {
        List<Judged> messages = all.stream().filter(Judged.ofMix(mix)).toList();
        out.append('\n')
                .append(mix.isEmpty() ? "all" : mix)
                .append(", ")
                .append(messages.size())
                .append(" messages\n");
        out.append(String.format("%-34s %6s %6s %6s%n", "", "prec.", "recall", "F1"));
        tally(messages, Flag.CHILD, "");
        tally(messages, Flag.STAFF, "");
        Flag.SINGLE.forEach(flag -> tally(messages, flag, "  "));
        share(
                "decent complaints answered with REVIEW or URGENT",
                messages.stream()
                        .filter(judged -> judged.message().has(Category.STAFF_COMPLAINT) && !judged.deservesForce())
                        .toList());
        share(
                "messages with nothing wrong that get REVIEW or URGENT",
                messages.stream()
                        .filter(judged ->
                                !judged.deservesForce() && !judged.message().has(Category.STAFF_COMPLAINT))
                        .toList());
    }

    private void tally(List<Judged> messages, Flag flag, String indent) {
        out.append(Tally.of(messages, flag.categories()).asLine(indent + flag.name()))
                .append('\n');
    }

    private void share(String name, List<Judged> messages) {
        long forced = messages.stream().filter(Judged::isAnsweredWithForce).count();
        out.append(String.format(
                Locale.ROOT,
                "%s: %d of %d, %.1f %%%n",
                name,
                forced,
                messages.size(),
                messages.isEmpty() ? 0 : 100.0 * forced / messages.size()));
    }

    /** The gravest degree as labelled against the gravest as found. */
    private void confusion(Kind kind) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Judged judged : all) {
            String labelled = gravest(
                    kind,
                    judged.message().labels().stream()
                            .map(LabelledMessage.Label::is)
                            .toList());
            String found = gravest(
                    kind,
                    judged.screening().findings().stream()
                            .map(f -> f.category())
                            .toList());
            counts.computeIfAbsent(labelled, key -> new TreeMap<>()).merge(found, 1, Integer::sum);
        }
        out.append('\n').append(kind).append(": labelled, and what was found instead\n");
        counts.forEach((labelled, found) -> out.append(String.format("%-20s %s%n", labelled, found)));
    }

    private static String gravest(Kind kind, List<Category> categories) {
        return categories.stream()
                .filter(category -> category.kind() == kind)
                .max(Comparator.naturalOrder())
                .map(Category::name)
                .orElse("nothing");
    }

    /** Of findings with a score, how many are right: the two should be alike. */
    private void calibration() {
        out.append("\nscore of a finding, and the share that is right\n");
        for (int bin = 0; bin < BINS; bin++) {
            double from = bin / (double) BINS;
            double to = (bin + 1) / (double) BINS;
            int right = 0;
            int found = 0;
            double sum = 0;
            for (Judged judged : all) {
                for (Set<Category> flag : scored()) {
                    double score = judged.score(flag);
                    boolean inBin = score > from && score <= to;
                    found += inBin ? 1 : 0;
                    sum += inBin ? score : 0;
                    right += inBin && judged.isLabelled(flag) ? 1 : 0;
                }
            }
            if (found > 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "%.1f to %.1f: mean %.2f, right %.2f (%d findings)%n",
                        from,
                        to,
                        sum / found,
                        right / (double) found,
                        found));
            }
        }
    }

    private static List<Set<Category>> scored() {
        return Flag.SINGLE.stream()
                .map(Flag::categories)
                .filter(categories -> !categories.contains(Category.CONTACT_DETAILS))
                .toList();
    }

    private void mistakes() {
        for (Flag flag : Flag.JUDGED) {
            Set<Category> categories = flag.categories();
            List<Judged> wrong = all.stream()
                    .filter(judged -> judged.isFound(categories) && !judged.isLabelled(categories))
                    .sorted(Comparator.comparingDouble((Judged judged) -> -judged.score(categories)))
                    .limit(MOST_MISTAKES)
                    .toList();
            List<Judged> missed = all.stream()
                    .filter(judged -> judged.isLabelled(categories) && !judged.isFound(categories))
                    .limit(MOST_MISTAKES)
                    .toList();
            list("\n" + flag.name() + ": surest false alarms", wrong, categories);
            list(flag.name() + ": missed", missed, categories);
        }
    }

    private void list(String title, List<Judged> judged, Set<Category> categories) {
        if (judged.isEmpty()) {
            return;
        }
        out.append(title).append('\n');
        for (Judged one : judged) {
            String text = one.message().text().replace('\n', ' ');
            out.append(String.format(
                    Locale.ROOT,
                    "  %.2f %s %s%n",
                    one.score(categories),
                    one.message().id(),
                    text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text));
        }
    }
}
