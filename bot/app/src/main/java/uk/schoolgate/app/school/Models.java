package uk.schoolgate.app.school;

import java.util.concurrent.CompletableFuture;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.BgeJudge;
import uk.schoolgate.adapter.models.BgeVocabulary;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.screening.Language;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.JudgeInContext;

/**
 * The models that all schools share.
 *
 * @param embedder for finding policies
 * @param judge for screening
 * @param language for finding names
 */
public record Models(Embedder embedder, Judge judge, Language language) {
    /** Loads the models out of their jars, side by side. */
    public static Models load() {
        CompletableFuture<Judge> judge = Background.supply("judge", () -> new JudgeInContext(new BgeJudge()));
        Embedder embedder = new BgeEmbedder();
        Language language = english();
        return new Models(embedder, judge.join(), language);
    }

    /** What is known of English, which is there at once. */
    public static Language english() {
        return new Language(new BgeVocabulary(), new Metaphone());
    }
}
