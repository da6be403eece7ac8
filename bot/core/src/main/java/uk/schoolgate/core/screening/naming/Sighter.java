package uk.schoolgate.core.screening.naming;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import uk.schoolgate.core.text.Span;

/** Says of a name that was found what the words around it and the author say about it. */
final class Sighter {
    /** Who is one of more than that is not worth a list. */
    private static final int MOST_PUPILS = 100;

    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "i", "x", "xx");

    private final RollNames names;
    private final NameLists lists;
    private final OrdinaryWords words;

    Sighter(RollNames names, NameLists lists, OrdinaryWords words) {
        this.names = names;
        this.lists = lists;
        this.words = words;
    }

    /**
     * A sighting out of what was found.
     *
     * @param first index of the first word of the name
     * @param free index of the first word that no sighting before has taken
     */
    ChildSighting sighting(Passage passage, int first, int free, Found found) {
        Line line = passage.line();
        int[] candidates = found.bearers().pupils();
        int[] own = Arrays.stream(passage.own())
                .filter(pupil -> Arrays.binarySearch(candidates, pupil) >= 0)
                .toArray();
        return new ChildSighting(
                Span.of(line.text(), found.start(), found.end()),
                passage.sentence(),
                found.form(),
                found.likeness(),
                ids(own.length > 0 ? own : candidates),
                found.bearers().expected(),
                own.length > 0 || ChildWords.isCalledOwn(line, first),
                isEveryday(line, first, found.words()),
                line.isCapitalised(first),
                isAdjoined(line, first, free, found.words()));
    }

    private Set<String> ids(int[] pupils) {
        return Arrays.stream(pupils).limit(MOST_PUPILS).mapToObj(names::idOf).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isEveryday(Line line, int first, int length) {
        for (int i = first; i < first + length; i++) {
            if (!isEveryday(line.key(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isEveryday(String word) {
        return names.classes().isClass(word)
                || lists.words().contains(word)
                || lists.words().contains(Spelling.singular(word));
    }

    private boolean isAdjoined(Line line, int first, int free, int length) {
        int last = first + length - 1;
        boolean before = first > free && line.adjoins(first - 1) && isOtherName(line, first - 1);
        boolean possessive = line.word(last).folded().endsWith("'s");
        boolean after = !possessive && line.adjoins(last) && isOtherName(line, last + 1);
        return before || after;
    }

    /** A capital at the start of a sentence says something only where the word is none of every day. */
    private boolean isOtherName(Line line, int word) {
        String folded = line.folded(word);
        boolean capital = line.word(word).capital() && !line.word(word).shouted();
        boolean telling = line.isCapitalised(word) || !words.contains(folded);
        return capital && telling && !DAYS.contains(folded) && !folded.endsWith("'s") && !ChildWords.isTitle(folded);
    }
}
