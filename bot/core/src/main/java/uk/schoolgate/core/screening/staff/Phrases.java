package uk.schoolgate.core.screening.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.text.Letters;

/**
 * Phrases that stand for something. Finding the longest one at a word costs time in its length alone.
 *
 * @param <T> what they stand for
 */
final class Phrases<T> {
    private static final String POSSESSIVE = "'s";

    private final Node<T> root = new Node<>();

    private static final class Node<T> {
        final Map<String, Node<T>> next = new HashMap<>();

        @Nullable
        T meaning;
    }

    /**
     * A phrase that was found.
     *
     * @param until index after its last word
     * @param meaning what it stands for
     */
    record Match<T>(int until, T meaning) {}

    /** Adds a phrase; each of its words may be a choice such as "lady/ladies". A phrase that is there already stays. */
    void add(String phrase, T meaning) {
        add(root, List.of(phrase.split(" +", -1)), 0, meaning);
    }

    private void add(Node<T> node, List<String> words, int at, T meaning) {
        if (at == words.size()) {
            node.meaning = node.meaning == null ? meaning : node.meaning;
            return;
        }
        for (String choice : List.of(words.get(at).split("/", -1))) {
            add(node.next.computeIfAbsent(keyOf(choice), key -> new Node<>()), words, at + 1, meaning);
        }
    }

    private static String keyOf(String word) {
        return word.endsWith(POSSESSIVE)
                ? possessive(Letters.of(word.substring(0, word.length() - POSSESSIVE.length())))
                : Letters.of(word);
    }

    private static String possessive(String key) {
        return key + POSSESSIVE;
    }

    /** Adds the phrase written as one word as well. */
    void addWithoutBlanks(String phrase, T meaning) {
        add(phrase, meaning);
        addJoined("", List.of(phrase.split(" +", -1)), 0, meaning);
    }

    private void addJoined(String joined, List<String> words, int at, T meaning) {
        if (at == words.size()) {
            add(joined, meaning);
            return;
        }
        for (String choice : List.of(words.get(at).split("/", -1))) {
            addJoined(joined + Letters.of(choice), words, at + 1, meaning);
        }
    }

    /** The longest phrase that begins with a word; where it ends in a possessive, that need not be part of it. */
    Optional<Match<T>> longest(Line line, int at) {
        Match<T> longest = null;
        Node<T> node = root;
        for (int i = at; line.has(i) && node != null; i++) {
            Node<T> last = node.next.get(line.key(i));
            T meaning = last == null ? null : last.meaning;
            longest = meaning == null ? longest : new Match<>(i + 1, meaning);
            node = line.isPossessive(i) ? node.next.get(possessive(line.key(i))) : last;
        }
        return Optional.ofNullable(longest);
    }
}
