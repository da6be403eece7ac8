package uk.schoolgate.core.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts quotes out of policies: always one unbroken stretch, so that nobody can doubt what was left out. */
public final class Quoter {
    /** The longest quote, in words: more than that nobody reads on a phone. */
    public static final int MOST_WORDS = 100;

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern ENDING = Pattern.compile("[.!?;]\\W?$");

    private Quoter() {}

    /** The citation of the clause that a passage belongs to. */
    public static Citation cite(PolicyDocument document, Passage passage, LocalDate today) {
        Optional<LocalDate> overdue =
                document.overdueOn(today) ? document.facts().reviewDue() : Optional.empty();
        return new Citation(
                document.file(),
                document.title(),
                passage.section(),
                passage.page(),
                leadIns(document, passage),
                quote(document, passage),
                document.facts().adopted(),
                overdue,
                document.audience());
    }

    /**
     * The clause that a passage belongs to: the whole list from its lead-in on, or the whole paragraph. Of one with more
     * than {@link #MOST_WORDS} words, or one that runs over a page, as much around the passage as fits: a list from its
     * lead-in on, else a bullet alone, and the sentences next to a sentence. A passage that is longer by itself is cut.
     */
    public static String quote(PolicyDocument document, Passage passage) {
        List<Passage> quoted = quoted(document, passage);
        boolean loneBullet = quoted.size() == 1 && passage.kind() == Passage.Kind.BULLET;
        return cut(loneBullet ? passage.text() : PolicyDocument.printed(quoted));
    }

    /** What leads in to a passage and is not quoted with it, outermost first. */
    private static List<String> leadIns(PolicyDocument document, Passage passage) {
        List<Passage> quoted = quoted(document, passage);
        List<String> leadIns = new ArrayList<>();
        Optional<Passage> above = document.leadInOf(passage);
        while (above.isPresent()) {
            Passage leadIn = above.get();
            if (!quoted.contains(leadIn)) {
                leadIns.addFirst(leadIn.kind() == Passage.Kind.BULLET ? leadIn.text() : leadIn.printed());
            }
            above = document.leadInOf(leadIn);
        }
        return leadIns;
    }

    private static List<Passage> quoted(PolicyDocument document, Passage passage) {
        List<Passage> clause = clause(document, passage);
        return fits(clause) ? clause : around(clause, passage);
    }

    /** At most {@link #MOST_WORDS} words from the start on: to the end of a sentence or a cell, where one is near enough. */
    private static String cut(String text) {
        Matcher words = WORD.matcher(text);
        int count = 0;
        int lastEnd = 0;
        int wordEnd = 0;
        while (words.find()) {
            count++;
            if (count > MOST_WORDS) {
                return text.substring(0, lastEnd > 0 ? lastEnd : wordEnd);
            }
            wordEnd = words.end();
            boolean ends = ENDING.matcher(words.group()).find() || text.startsWith("\n", wordEnd);
            lastEnd = ends && count > MOST_WORDS / 2 ? wordEnd : lastEnd;
        }
        return text;
    }

    private static List<Passage> clause(PolicyDocument document, Passage passage) {
        List<Passage> all = document.passages();
        int first = document.leadInOf(passage).map(Passage::ordinal).orElse(passage.ordinal());
        int end = first + 1;
        while (end < all.size() && all.get(end).leadIn().equals(OptionalInt.of(first))) {
            end++;
        }
        boolean isList = end > first + 1;
        while (!isList && first > 0 && all.get(first).continues()) {
            first--;
        }
        while (!isList && end < all.size() && all.get(end).continues()) {
            end++;
        }
        // A list may be interrupted, and then the passage stands behind the interruption.
        return all.subList(first, Math.max(end, passage.ordinal() + 1));
    }

    private static List<Passage> around(List<Passage> clause, Passage passage) {
        int at = clause.indexOf(passage);
        boolean isListed = passage.leadIn().isPresent();
        int from = isListed && fits(clause.subList(0, at + 1)) ? 0 : at;
        int to = at + 1;
        boolean mayGrow = from == 0 || !isListed;
        while (mayGrow && to < clause.size() && fits(clause.subList(from, to + 1))) {
            to++;
        }
        while (mayGrow && from > 0 && fits(clause.subList(from - 1, to))) {
            from--;
        }
        return clause.subList(from, to);
    }

    private static boolean fits(List<Passage> stretch) {
        return onOnePage(stretch) && words(stretch) <= MOST_WORDS;
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
