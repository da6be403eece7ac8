package uk.schoolgate.adapter.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.core.text.WordList;

/** The words that the embedding model knows whole: the thirty thousand commonest of English. */
public final class BgeVocabulary implements WordList {
    private static final String PIECE = "##";

    private final Set<String> words = new HashSet<>();

    /** Reads the vocabulary out of the model's jar. */
    public BgeVocabulary() {
        try (InputStream in = BgeEmbedder.resource("/" + BgeEmbedder.MODEL + "-tokenizer.json")) {
            JsonNode vocabulary = JsonMapper.shared().readTree(in).get("model").get("vocab");
            vocabulary.propertyNames().stream()
                    .filter(word -> !word.startsWith(PIECE))
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean contains(String word) {
        return words.contains(word);
    }
}
