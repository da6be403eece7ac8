package uk.schoolgate.core.screening.naming;

import java.util.List;
import java.util.Set;
import uk.schoolgate.core.text.WordList;

/** A list of words, those of school chats that it lacks, and the common endings of them all. */
final class OrdinaryWords implements WordList {
    private static final int SHORTEST_STEM = 3;
    /** Of the endings, none that people put to names, too, as in "Jakey" and "Tobes". */
    private static final List<Ending> ENDINGS = List.of(
            new Ending("s", List.of("")),
            new Ending("ies", List.of("y")),
            new Ending("ing", List.of("", "e")),
            new Ending("ed", List.of("", "e")),
            new Ending("ily", List.of("y")),
            new Ending("ier", List.of("y")),
            new Ending("ers", List.of("", "e")));

    private record Ending(String letters, List<String> insteadOf) {}

    private final WordList words;
    private final Set<String> chatWords;

    OrdinaryWords(WordList words, Set<String> chatWords) {
        this.words = words;
        this.chatWords = chatWords;
    }

    @Override
    public boolean contains(String word) {
        if (isListed(word)) {
            return true;
        }
        for (Ending ending : ENDINGS) {
            if (isListedWithout(word, ending)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is listed as it is, endings and all. */
    boolean isListed(String word) {
        return words.contains(word) || chatWords.contains(word);
    }

    private boolean isListedWithout(String word, Ending ending) {
        int length = word.length() - ending.letters.length();
        if (length < SHORTEST_STEM || !word.endsWith(ending.letters)) {
            return false;
        }
        String stem = word.substring(0, length);
        for (String letter : ending.insteadOf) {
            if (isListed(stem + letter)) {
                return true;
            }
        }
        return false;
    }
}
