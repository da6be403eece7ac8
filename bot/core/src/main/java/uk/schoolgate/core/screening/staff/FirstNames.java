package uk.schoolgate.core.screening.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.text.ListFile;
import uk.schoolgate.core.text.WordList;

/** What is known of names in general: first names, their short forms, and which names are everyday words. */
final class FirstNames {
    private static final String FOLDER = "/schoolgate/screening/";
    private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing", "er", "ly");
    private static final List<String> SUFFIXES = List.of("ing", "ed", "er");

    private final Set<String> known = ListFile.words(FOLDER + "first-names.txt");
    private final Set<String> everyday = ListFile.words(FOLDER + "name-words.txt");
    private final Map<String, List<String>> shortForms = new HashMap<>();
    private final WordList words;

    FirstNames(WordList words) {
        this.words = words;
        for (String line : ListFile.lines(FOLDER + "nicknames.txt")) {
            List<String> names = List.of(line.split(" +", -1));
            shortForms
                    .computeIfAbsent(names.getFirst(), name -> new ArrayList<>())
                    .addAll(names);
        }
    }

    /** A first name and its short forms. */
    List<String> spellings(String name) {
        return shortForms.getOrDefault(name, List.of(name));
    }

    /** Whether a word is in the word list, as what it may be. */
    boolean isWord(String word) {
        return words.contains(word);
    }

    boolean isKnown(String name) {
        return known.contains(name);
    }

    /**
     * Whether a word is used for other things than a name. The word list holds many names as well, but it is seldom that a
     * mere name is inflected: "cook" has "cooks" and "fielding" has "field", whereas "carter" and "lambert" stand alone.
     */
    boolean isEveryday(String word) {
        return isNameWord(word) || (words.contains(word) && (isInflected(word) || isInflection(word)));
    }

    /** Whether a word is the -ing of another, which seldom is the subject of a sentence: "fielding never replied". */
    boolean isGerund(String word) {
        return word.endsWith("ing") && !isNameWord(word);
    }

    /** Whether a word is on the list of names that are everyday words, such as "grace" and "mark". */
    boolean isNameWord(String word) {
        return everyday.contains(word);
    }

    private boolean isInflected(String word) {
        return ENDINGS.stream().anyMatch(ending -> words.contains(word + ending));
    }

    private boolean isInflection(String word) {
        return SUFFIXES.stream()
                .anyMatch(suffix -> word.endsWith(suffix)
                        && word.length() > suffix.length() + 2
                        && words.contains(word.substring(0, word.length() - suffix.length())));
    }
}
