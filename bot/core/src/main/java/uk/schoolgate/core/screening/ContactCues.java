package uk.schoolgate.core.screening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.text.ListFile;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Span;

/** Guesses whose contact details are by the words of their sentence, from {@code prompts/screening/contact-cues.txt}. */
final class ContactCues {
    private final Map<String, Set<String>> cues = new HashMap<>();

    ContactCues() {
        ListFile.entries("/schoolgate/screening/contact-cues.txt")
                .forEach((whose, words) -> cues.put(whose, new HashSet<>(List.of(words.split(" +", -1)))));
    }

    /** Whether they are neither the author's own nor those of a shop, a club or an office. */
    boolean arePrivate(Span details, List<Sentence> sentences, boolean usuallyPrivate) {
        Set<String> words = new HashSet<>();
        for (Sentence sentence : sentences) {
            if (sentence.start() < details.end() && sentence.end() > details.start()) {
                sentence.words().forEach(word -> words.add(word.folded()));
            }
        }
        int forPrivate = count("private", words) + (usuallyPrivate ? 1 : 0);
        int against = count("public", words) + 2 * count("own", words);
        return forPrivate > against;
    }

    private int count(String whose, Set<String> words) {
        return (int) words.stream()
                .filter(cues.getOrDefault(whose, Set.of())::contains)
                .count();
    }
}
