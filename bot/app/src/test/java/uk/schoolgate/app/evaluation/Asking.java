package uk.schoolgate.app.evaluation;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.app.evaluation.AnswerTally.Asked;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.VectorCache;

/** Asks what there is to ask of a school. */
final class Asking {
    private Asking() {}

    /** The questions of a source with our answers, in order; their time and their words are not looked at. */
    static List<Asked> all(LabelledSource source, BgeEmbedder embedder) throws IOException {
        try (LucenePolicyIndex index = LucenePolicyIndex.build(source.documents(), embedder, VectorCache.none())) {
            Answerer answerer = new Answerer(index, Clock.systemUTC());
            return source.questions().stream()
                    .map(question ->
                            new Asked(question, answerer.answer(question.question(), question.asker()), true, 0))
                    .toList();
        }
    }
}
