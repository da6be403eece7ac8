package uk.schoolgate.core.screening.naming;

import java.util.Set;

/** Words that say that a child is meant, and words that say that it is not. */
final class ChildWords {
    private static final Set<String> CHILD = Set.of(
            "boy",
            "boys",
            "girl",
            "girls",
            "lad",
            "lads",
            "lass",
            "lassie",
            "kid",
            "kids",
            "child",
            "children",
            "son",
            "sons",
            "daughter",
            "daughters",
            "twin",
            "twins",
            "eldest",
            "oldest",
            "youngest",
            "bairn",
            "brat",
            "brothers",
            "sisters",
            "laddie",
            "wean");
    private static final Set<String> DESCRIBING = Set.of(
            "little", "older", "younger", "elder", "eldest", "youngest", "oldest", "middle", "big", "wee", "two");
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "sir",
            "mx",
            "prof",
            "professor",
            "uncle",
            "auntie",
            "aunty",
            "aunt",
            "nanny",
            "nan",
            "grandad",
            "grandma",
            "granny",
            "coach",
            "father",
            "fr",
            "rev",
            "pc",
            "cllr",
            "lord",
            "lady",
            "madam",
            "st",
            "saint",
            "king",
            "queen",
            "pope",
            "president");
    private static final Set<String> WHO_MISS = Set.of(
            "i", "we", "you", "they", "will", "i'll", "we'll", "to", "really", "gonna", "also", "d", "dont", "shall",
            "would", "must", "might", "and", "always", "never", "do", "does", "did", "still", "so", "he'll", "she'll",
            "they'll", "you'll", "ll", "i'd", "we'd", "all", "just");
    private static final Set<String> OWNERS = Set.of("my", "our");

    private ChildWords() {}

    static boolean isChild(String word) {
        return CHILD.contains(word);
    }

    /** Whether a word speaks of several children. */
    static boolean isChildren(String word) {
        return isChild(word) && (word.endsWith("s") || word.equals("children"));
    }

    static boolean describesChild(String word) {
        return DESCRIBING.contains(word);
    }

    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }

    /** Whether a title stands before a word; in "we miss Ollie" none does. */
    static boolean isTitled(Line line, int word) {
        String gap = line.gapAfter(word - 1);
        if (!gap.equals(" ") && !gap.equals(". ") && !gap.equals(".")) {
            return false;
        }
        String before = line.folded(word - 1);
        boolean missing = before.equals("miss") && WHO_MISS.contains(line.folded(word - 2));
        return isTitle(before) && !missing;
    }

    /** "my Ollie", "our little Ollie", "my son Ollie". */
    static boolean isCalledOwn(Line line, int word) {
        if (OWNERS.contains(line.folded(word - 1))) {
            return true;
        }
        String before = line.folded(word - 1);
        return (isChild(before) || describesChild(before)) && OWNERS.contains(line.folded(word - 2));
    }
}
