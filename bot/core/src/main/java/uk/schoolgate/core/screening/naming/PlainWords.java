package uk.schoolgate.core.screening.naming;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import uk.schoolgate.core.text.Word;

/** Knows the words at which no name can begin, which are most words of most messages, so that nobody looks at them further. */
final class PlainWords {
    private static final int SHORTEST = 3;

    private final RollNames names;
    private final NameLists lists;
    private final OrdinaryWords words;
    /** Those met so far; no more than there are ordinary words. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    PlainWords(RollNames names, NameLists lists, OrdinaryWords words) {
        this.names = names;
        this.lists = lists;
        this.words = words;
    }

    /** Whether a word is small, ordinary and between spaces, and part of nobody's name. */
    boolean contains(Line line, int word) {
        Word written = line.word(word);
        String key = line.key(word);
        boolean bare = !written.capital() && key.equals(written.folded()) && isBetweenSpaces(line, word);
        return bare && key.length() >= SHORTEST && (known.contains(key) || isPlain(key));
    }

    private boolean isPlain(String key) {
        boolean plain = words.isListed(key) && !mayBelongToName(key);
        if (plain) {
            known.add(key);
        }
        return plain;
    }

    private static boolean isBetweenSpaces(Line line, int word) {
        int start = line.word(word).start();
        boolean before = start == 0 || line.text().charAt(start - 1) == ' ';
        return before && (!line.has(word + 1) || line.gapAfter(word).equals(" "));
    }

    private boolean mayBelongToName(String key) {
        return ChildWords.isTitle(key)
                || ChildWords.isChild(key)
                || isName(key)
                || (key.endsWith("s") && isName(Spelling.singular(key)));
    }

    private boolean isName(String key) {
        return lists.firstNames().contains(key)
                || names.firstNames().idOf(key) >= 0
                || names.surnames().idOf(key) >= 0
                || !names.byAdult(key).isEmpty();
    }
}
