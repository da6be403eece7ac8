package uk.schoolgate.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.app.evaluation.AnswerTally.Asked;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.VectorCache;

/**
 * Answers are still as good as when their figures were written down, and better than what there is to buy; on the school
 * of which nothing is learnt. What was measured is in {@code target/answer-figures.txt}.
 */
class AnswerFiguresTest {
    private static final Path ANSWERS = Path.of("../../prompts/answers");
    private static final String SCHOOL = ANSWERS + "/junior=" + ANSWERS + "/questions/junior.jsonl";
    /** Other processors round otherwise, and a question or two may fall on the other side. */
    private static final double TOLERANCE = 0.015;

    private static LabelledSource school;
    private static Map<String, Double> measured;

    @BeforeAll
    static void ask() throws Exception {
        school = LabelledSource.of(SCHOOL);
        measured = new TreeMap<>();
        try (BgeEmbedder embedder = new BgeEmbedder();
                LucenePolicyIndex index = LucenePolicyIndex.build(school.documents(), embedder, VectorCache.none())) {
            Answerer answerer = new Answerer(index, Clock.systemUTC());
            List<Asked> asked = school.questions().stream()
                    .map(question ->
                            new Asked(question, answerer.answer(question.question(), question.asker()), true, 0))
                    .toList();
            measure(asked);
        }
        measure("BM25", Peer.bm25(school.documents()));
        measure("Easy RAG", Peer.easyRag(school.documents()));
        Figures.write(Path.of("target/answer-figures.txt"), measured);
    }

    private static void measure(List<Asked> asked) {
        List<Asked> answerable =
                asked.stream().filter(one -> one.question().isAnswerable()).toList();
        List<Asked> not =
                asked.stream().filter(one -> !one.question().isAnswerable()).toList();
        put(
                "Schoolgate first right",
                answerable.stream().filter(one -> one.rankOfRight() == 0).count(),
                answerable);
        put(
                "Schoolgate one of three right",
                answerable.stream().filter(one -> one.rankOfRight() >= 0).count(),
                answerable);
        put(
                "Schoolgate answered what policies say",
                answerable.stream().filter(Asked::isAnswered).count(),
                answerable);
        put(
                "Schoolgate silent where they don't",
                not.stream().filter(one -> !one.isAnswered()).count(),
                not);
    }

    private static void measure(String name, Peer peer) {
        List<Integer> ranks = school.questions().stream()
                .filter(LabelledQuestion::isAnswerable)
                .map(question -> rankOfRight(question, peer))
                .toList();
        put(name + " first right", ranks.stream().filter(rank -> rank == 0).count(), ranks);
        put(
                name + " one of three right",
                ranks.stream().filter(rank -> rank >= 0).count(),
                ranks);
    }

    /** Parts of any length count, although nobody would read 220 words on a phone: the peers are not held to our limit. */
    private static int rankOfRight(LabelledQuestion question, Peer peer) {
        List<String> found = peer.find(question.question());
        return IntStream.range(0, found.size())
                .filter(rank -> question.isDecidedBy(found.get(rank)))
                .findFirst()
                .orElse(-1);
    }

    private static void put(String name, long count, List<?> of) {
        measured.put(name, Double.parseDouble(String.format(Locale.ROOT, "%.3f", count / (double) of.size())));
    }

    @Test
    void nothingHasSlipped() throws IOException {
        Map<String, Double> stored = Figures.read(ANSWERS.resolve("figures.txt"));
        stored.forEach((name, figure) -> assertThat(measured.get(name))
                .as("%s of %s", name, measured)
                .isNotNull()
                .isGreaterThanOrEqualTo(figure - TOLERANCE));
        assertThat(stored.keySet())
                .isEqualTo(measured.keySet().stream()
                        .filter(name -> name.startsWith("Schoolgate"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void itIsAheadOfItsPeers() {
        for (String peer : List.of("BM25", "Easy RAG")) {
            Stream.of(" first right", " one of three right")
                    .forEach(figure -> assertThat(measured.get("Schoolgate" + figure))
                            .as("%s%s of %s", peer, figure, measured)
                            .isGreaterThan(measured.get(peer + figure)));
        }
    }
}
