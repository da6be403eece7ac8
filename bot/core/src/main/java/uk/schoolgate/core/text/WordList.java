package uk.schoolgate.core.text;

/** Knows the ordinary words of English. Adapter: the vocabulary of the embedding model. */
@FunctionalInterface
public interface WordList {
    /**
     * Whether a word is known, as people write it every day: a name that is not, may be a misspelt one.
     *
     * @param word as {@link FoldedText} folds it
     */
    boolean contains(String word);
}
