package uk.schoolgate.adapter.models;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/** Questions and passages as the models read them, while they learn and afterwards. */
public final class AnswerTexts {
    private static final int MOST_HEADINGS = 2;

    private final HuggingFaceTokenizer tokenizer;

    private AnswerTexts(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** The tokens of the models in langchain4j's jars, which share one vocabulary. */
    public static AnswerTexts load() {
        try {
            return new AnswerTexts(BgeJudge.wholeTexts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A question with who asks it: "am I allowed" means one thing from a parent and another from a teacher. */
    public static String question(String words, Asker asker) {
        return asker.key() + ": " + words;
    }

    /** A passage with where it stands: a bullet says little without its lead-in, its headings and the policy's title. */
    public static String passage(PolicyDocument document, Passage passage) {
        List<String> parts = new ArrayList<>();
        parts.add(document.title());
        List<String> headings = passage.section().stream()
                .filter(heading -> !heading.equalsIgnoreCase(document.title()))
                .toList();
        parts.addAll(headings.subList(Math.max(0, headings.size() - MOST_HEADINGS), headings.size()));
        return String.join(", ", parts) + ". " + inContext(document, passage);
    }

    static String inContext(PolicyDocument document, Passage passage) {
        return document.leadInOf(passage)
                .map(leadIn -> leadIn.text() + " " + passage.text())
                .orElseGet(passage::printed);
    }

    /** The first tokens of a text, without start and end. */
    public int[] tokens(String text, int most) {
        return Arrays.stream(tokenizer.encode(text, false, false).getIds())
                .limit(most)
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
