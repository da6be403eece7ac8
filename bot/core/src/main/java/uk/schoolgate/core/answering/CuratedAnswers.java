package uk.schoolgate.core.answering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Embedder;

/**
 * The office's own answers, found by a question that means the same as one of theirs: near in meaning, and about the same
 * things. A question about anything more or less is left to the policies.
 */
public final class CuratedAnswers {
    /** No answers. */
    public static final CuratedAnswers NONE = new CuratedAnswers(List.of(), Optional.empty());

    /** Questions about the same things that want different answers come to 0.68; the same one put otherwise to 0.74 and more. */
    private static final double SAME_MEANING = 0.72;

    private static final double SAME_THINGS = 0.6;

    private final Optional<Embedder> embedder;
    private final List<Variant> variants = new ArrayList<>();

    // Nobody compares variants.
    @SuppressWarnings("ArrayRecordComponent")
    private record Variant(CuratedAnswer answer, Question.Form wanted, Set<String> terms, float[] meaning) {}

    private CuratedAnswers(List<CuratedAnswer> answers, Optional<Embedder> embedder) {
        this.embedder = embedder;
        for (CuratedAnswer answer : answers) {
            for (String question : answer.questions()) {
                variants.add(new Variant(answer, wanted(question), Terms.of(question), meaning(question)));
            }
        }
    }

    /** Answers whose questions are compared by that model. */
    public static CuratedAnswers of(List<CuratedAnswer> answers, Embedder embedder) {
        return answers.isEmpty() ? NONE : new CuratedAnswers(answers, Optional.of(embedder));
    }

    /** The office's answer to a question, where it has one that the asker may read. */
    public Optional<CuratedAnswer> find(String question, Asker asker) {
        if (variants.isEmpty() || question.isBlank()) {
            return Optional.empty();
        }
        Question.Form wanted = wanted(question);
        Set<String> terms = Terms.of(question);
        float[] meaning = meaning(question);
        CuratedAnswer best = null;
        double nearest = 0;
        for (Variant variant : variants) {
            double near = near(variant, terms, meaning);
            if (near > nearest
                    && variant.wanted() == wanted
                    && asker.maySee(variant.answer().audience())) {
                nearest = near;
                best = variant.answer();
            }
        }
        return Optional.ofNullable(best);
    }

    /** What kind of answer is wanted: who, when and how are questions of their own; yes or no is asked in many ways. */
    private static Question.Form wanted(String question) {
        Question.Form form = Question.of(question, Asker.OFFICE).form();
        boolean yesOrNo = form == Question.Form.ALLOWED || form == Question.Form.REQUIRED;
        return yesOrNo ? Question.Form.OTHER : form;
    }

    private float[] meaning(String question) {
        return embedder.map(model -> model.embed(List.of(question)).getFirst()).orElseGet(() -> new float[0]);
    }

    /** How near a question is; 0 where it is another question. */
    private static double near(Variant variant, Set<String> terms, float[] meaning) {
        double cosine = 0;
        for (int i = 0; i < meaning.length; i++) {
            cosine += (double) meaning[i] * variant.meaning()[i];
        }
        boolean same = cosine >= SAME_MEANING && alike(variant.terms(), terms) >= SAME_THINGS;
        return same ? cosine : 0;
    }

    private static double alike(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size());
    }
}
