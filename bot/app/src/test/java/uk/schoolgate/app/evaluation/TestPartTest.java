package uk.schoolgate.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.models.BgeEmbedder;

/** The test part of the questions, beside what there is to buy: figures for people to read, so only when asked for. */
@EnabledIfSystemProperty(named = "schoolgate.test-part", matches = "true")
class TestPartTest {
    private static final String QUESTIONS = "../../prompts/answers/questions/";

    /** How many questions were answered rightly. */
    private static final class Tally {
        private int first;
        private int ofThree;

        void add(int rank) {
            first += rank == 0 ? 1 : 0;
            ofThree += rank >= 0 && rank < Peer.MOST ? 1 : 0;
        }

        String outOf(int questions) {
            return String.format(
                    Locale.ROOT,
                    "%.3f (%d of %d), %.3f (%d)",
                    first / (double) questions,
                    first,
                    questions,
                    ofThree / (double) questions,
                    ofThree);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "each:../../../shared/policies/seeds=" + QUESTIONS + "test-seeds.jsonl",
                "../../../shared/policies/decoy=" + QUESTIONS + "test-library.jsonl"
            })
    void itIsAheadOfItsPeers(String labelled) throws IOException {
        Tally ours = new Tally();
        Tally bm25 = new Tally();
        Tally easyRag = new Tally();
        List<LabelledQuestion> all = new ArrayList<>();
        try (BgeEmbedder embedder = new BgeEmbedder()) {
            for (LabelledSource source : LabelledSource.of(labelled).wholes()) {
                List<LabelledQuestion> questions = source.questions().stream()
                        .filter(LabelledQuestion::isAnswerable)
                        .toList();
                all.addAll(questions);
                Asking.all(source, embedder).stream()
                        .filter(asked -> asked.question().isAnswerable())
                        .forEach(asked -> ours.add(asked.rankOfRight()));
                ask(questions, Peer.bm25(source.documents()), bm25);
                ask(questions, Peer.easyRag(source.documents()), easyRag);
            }
        }
        System.out.println(labelled);
        System.out.println("first right, one of three right: Schoolgate " + ours.outOf(all.size()) + "; BM25 "
                + bm25.outOf(all.size()) + "; Easy RAG " + easyRag.outOf(all.size()));
        assertThat(ours.first).isGreaterThan(Math.max(bm25.first, easyRag.first));
        assertThat(ours.ofThree).isGreaterThan(Math.max(bm25.ofThree, easyRag.ofThree));
    }

    private static void ask(List<LabelledQuestion> questions, Peer peer, Tally tally) {
        questions.forEach(question -> tally.add(peer.rankOfRight(question)));
    }
}
