package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.ListFile;
import uk.schoolgate.core.text.Word;

/**
 * Phrases to look for in the words of a sentence. An entry is one or more words; a word that ends in {@code *} stands for
 * every word that begins so. Finding costs linear time in the number of words.
 */
final class PhraseSet {
    private final Map<String, List<String[]>> byFirstWord = new HashMap<>();
    private final List<String[]> byFirstPrefix = new ArrayList<>();

    private PhraseSet() {}

    /** The phrases of a list in {@code prompts/screening}. */
    static PhraseSet load(String list) {
        PhraseSet set = new PhraseSet();
        ListFile.lines("/schoolgate/screening/" + list).forEach(set::add);
        return set;
    }

    private void add(String entry) {
        String[] words = FoldedText.fold(entry).split(" ");
        if (words[0].endsWith("*")) {
            byFirstPrefix.add(words);
        } else {
            byFirstWord.computeIfAbsent(words[0], word -> new ArrayList<>()).add(words);
        }
    }

    /**
     * A phrase that was found.
     *
     * @param first index of its first word in the sentence
     * @param last index of its last word
     */
    record Match(int first, int last) {}

    /** All phrases in these words, in order. */
    List<Match> in(List<Word> words) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            longestAt(words, i).ifPresent(matches::add);
        }
        return matches;
    }

    /** Whether any phrase is in these words. */
    boolean isIn(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            if (longestAt(words, i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Match> longestAt(List<Word> words, int at) {
        int longest = 0;
        for (String[] phrase : byFirstWord.getOrDefault(words.get(at).folded(), List.of())) {
            longest = Math.max(longest, fits(phrase, words, at) ? phrase.length : 0);
        }
        for (String[] phrase : byFirstPrefix) {
            longest = Math.max(longest, fits(phrase, words, at) ? phrase.length : 0);
        }
        return longest == 0 ? Optional.empty() : Optional.of(new Match(at, at + longest - 1));
    }

    private static boolean fits(String[] phrase, List<Word> words, int at) {
        if (at + phrase.length > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.length; i++) {
            if (!fits(phrase[i], words.get(at + i).folded())) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String pattern, String word) {
        return pattern.endsWith("*")
                ? word.startsWith(pattern.substring(0, pattern.length() - 1))
                : word.equals(pattern);
    }
}
