package uk.schoolgate.core.screening.naming;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Letters;
import uk.schoolgate.core.text.Word;

/**
 * The words of one sentence with the text that they stand in, for looking at what is between them.
 *
 * @param text the whole message as written
 * @param words the words of the sentence
 * @param stems the words without a possessive ending
 * @param keys letters and digits of the stems alone
 */
record Line(String text, List<Word> words, List<String> stems, List<String> keys) {
    static Line of(String text, List<Word> words) {
        List<String> stems = new ArrayList<>(words.size());
        List<String> keys = new ArrayList<>(words.size());
        for (Word word : words) {
            String stem = word.stem();
            stems.add(stem);
            keys.add(Letters.of(stem));
        }
        return new Line(text, words, stems, keys);
    }

    boolean has(int word) {
        return word >= 0 && word < words.size();
    }

    Word word(int word) {
        return words.get(word);
    }

    /** The folded word, or nothing before the first and after the last. */
    String folded(int word) {
        return has(word) ? words.get(word).folded() : "";
    }

    /** The stem of a word, or nothing before the first and after the last. */
    String stem(int word) {
        return has(word) ? stems.get(word) : "";
    }

    /** Letters and digits of the stem of a word, or nothing before the first and after the last. */
    String key(int word) {
        return has(word) ? keys.get(word) : "";
    }

    /** What stands between a word and the next. */
    String gapAfter(int word) {
        if (!has(word) || !has(word + 1)) {
            return "";
        }
        // Two words may come out of one letter, such as a fraction.
        int end = word(word).end();
        return text.substring(end, Math.max(end, word(word + 1).start()));
    }

    /** Whether nothing but one space or hyphen lies between a word and the next. */
    boolean adjoins(int word) {
        String gap = gapAfter(word);
        return gap.equals(" ") || gap.equals("-");
    }

    /** Where a word ends without its possessive ending. */
    int endOfStem(int word) {
        int dropped = word(word).folded().length() - stem(word).length();
        int end = word(word).end();
        while (dropped > 0) {
            int last = text.codePointBefore(end);
            dropped -= FoldedText.fold(Character.toString(last)).length();
            end -= Character.charCount(last);
        }
        // One letter may fold to several and a stem end among them; then it is the whole letter.
        int start = word(word).start();
        return Math.max(end, start + Character.charCount(text.codePointAt(start)));
    }

    /** Whether a word starts with a capital that says that it is a name: not shouted, and not the first of the sentence. */
    boolean isCapitalised(int word) {
        return has(word) && word > 0 && word(word).capital() && !word(word).shouted();
    }
}
