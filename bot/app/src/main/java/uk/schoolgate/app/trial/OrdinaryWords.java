package uk.schoolgate.app.trial;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.schoolgate.core.text.ListFile;
import uk.schoolgate.core.text.WordList;

/**
 * Words of names that chats write for other things in small letters. The vocabulary holds many names as well, but a mere
 * name is seldom inflected: "cook" has "cooks" and "cooking", whereas "patel" stands alone and "walker" has "walkers".
 */
final class OrdinaryWords {
    private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing", "er", "ly");
    private static final int FEWEST_FORMS = 2;

    private final Set<String> listed = new HashSet<>();
    private final Set<String> firstNames = ListFile.words("/schoolgate/screening/first-names.txt");
    private final WordList vocabulary;

    OrdinaryWords(WordList vocabulary) {
        this.vocabulary = vocabulary;
        listed.addAll(ListFile.words("/schoolgate/screening/name-words.txt"));
        listed.addAll(ListFile.words("/schoolgate/screening/chat-words.txt"));
        listed.addAll(ListFile.words("/schoolgate/policy/stop-words.txt"));
    }

    /** @param word in small letters */
    boolean contains(String word) {
        return listed.contains(word)
                || (vocabulary.contains(word) && !firstNames.contains(word) && formsOf(word) >= FEWEST_FORMS);
    }

    private long formsOf(String word) {
        return ENDINGS.stream()
                .filter(ending -> vocabulary.contains(word + ending))
                .count();
    }
}
