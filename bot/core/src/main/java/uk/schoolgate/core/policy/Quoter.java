package uk.schoolgate.core.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cuts quotes out of policies: always one unbroken stretch, so that nobody can doubt what was left out. */
public final class Quoter {
    /** The longest quote, in words: more than that nobody reads on a phone. */
    public static final int MOST_WORDS = 100;

    private Quoter() {}

    /** The citation of a passage: with its lead-in and what stands between where that is short enough. */
    public static Citation cite(PolicyDocument document, Passage passage, LocalDate today) {
        Optional<LocalDate> overdue =
                document.overdueOn(today) ? document.facts().reviewDue() : Optional.empty();
        return new Citation(
                document.file(),
                document.title(),
                passage.section(),
                passage.page(),
                quote(document, passage),
                overdue);
    }

    /**
     * The words of a passage: from its lead-in on where the whole has at most {@link #MOST_WORDS} words, and up to the end
     * of the list that it leads in to.
     */
    public static String quote(PolicyDocument document, Passage passage) {
        int start = document.leadInOf(passage).map(Passage::ordinal).orElse(passage.ordinal());
        List<Passage> stretch = document.passages().subList(start, passage.ordinal() + 1);
        if (!onOnePage(stretch) || words(stretch) > MOST_WORDS) {
            return passage.kind() == Passage.Kind.BULLET ? passage.text() : passage.printed();
        }
        List<Passage> quoted = withItsList(document, stretch, passage);
        boolean loneBullet = quoted.size() == 1 && passage.kind() == Passage.Kind.BULLET;
        return loneBullet
                ? passage.text()
                : quoted.stream().map(Passage::printed).collect(Collectors.joining("\n"));
    }

    /** A sentence that only leads in to a list says nothing without it. */
    private static List<Passage> withItsList(PolicyDocument document, List<Passage> stretch, Passage passage) {
        List<Passage> longer = new ArrayList<>(stretch);
        for (Passage next : document.passages()
                .subList(passage.ordinal() + 1, document.passages().size())) {
            longer.add(next);
            boolean belongs = next.leadIn().isPresent() && next.leadIn().getAsInt() == passage.ordinal();
            if (!belongs || !onOnePage(longer) || words(longer) > MOST_WORDS) {
                longer.removeLast();
                break;
            }
        }
        return longer;
    }

    private static boolean onOnePage(List<Passage> stretch) {
        return stretch.stream().map(Passage::page).distinct().count() == 1;
    }

    private static int words(List<Passage> stretch) {
        return stretch.stream()
                .mapToInt(passage -> countWords(passage.printed()))
                .sum();
    }

    /** The number of words between white space. */
    static int countWords(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
