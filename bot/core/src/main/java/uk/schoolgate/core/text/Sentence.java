package uk.schoolgate.core.text;

import java.util.List;

/**
 * A sentence of a text, as people break them in chats: at full stops, question and exclamation marks, and line ends.
 *
 * @param start index of its first char in the original
 * @param end index after its last char
 * @param text what stands there
 * @param words its words in order
 */
public record Sentence(int start, int end, String text, List<Word> words) {
    public Sentence {
        words = List.copyOf(words);
    }
}
