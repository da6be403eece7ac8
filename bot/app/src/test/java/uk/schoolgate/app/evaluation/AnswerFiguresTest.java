package uk.schoolgate.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.app.evaluation.AnswerTally.Asked;

/**
 * Answers are still as good as when their figures were written down, and better than what there is to buy; on two schools
 * of which nothing is learnt, with stories and hints at one and plain questions at the other. What was measured is in
 * {@code target/answer-figures.txt}.
 */
class AnswerFiguresTest {
    private static final Path ANSWERS = Path.of("../../prompts/answers");
    private static final String JUNIOR = ANSWERS + "/junior=" + ANSWERS + "/questions/junior.jsonl";
    private static final String SHIPPED = "src/main/school/alder-lane=" + ANSWERS + "/questions/alder.jsonl";
    /** Other processors round otherwise, and a question or two may fall on the other side. */
    private static final double TOLERANCE = 0.015;

    private static LabelledSource junior;
    private static Map<String, Double> measured;

    @BeforeAll
    static void ask() throws Exception {
        junior = LabelledSource.of(JUNIOR);
        measured = new TreeMap<>();
        try (BgeEmbedder embedder = new BgeEmbedder()) {
            measure("Schoolgate", Asking.all(junior, embedder));
            measure("Schoolgate, plain questions", Asking.all(LabelledSource.of(SHIPPED), embedder));
        }
        measure("BM25", Peer.bm25(junior.documents()));
        measure("Easy RAG", Peer.easyRag(junior.documents()));
        Figures.write(Path.of("target/answer-figures.txt"), measured);
    }

    private static void measure(String name, List<Asked> asked) {
        List<Asked> answerable =
                asked.stream().filter(one -> one.question().isAnswerable()).toList();
        List<Asked> not =
                asked.stream().filter(one -> !one.question().isAnswerable()).toList();
        put(name + " first right", answerable, one -> one.rankOfRight() == 0);
        put(name + " one of three right", answerable, one -> one.rankOfRight() >= 0);
        put(name + " answered what policies say", answerable, Asked::isAnswered);
        put(name + " silent where they don't", not, one -> !one.isAnswered());
    }

    private static void measure(String name, Peer peer) {
        List<Integer> ranks = junior.questions().stream()
                .filter(LabelledQuestion::isAnswerable)
                .map(peer::rankOfRight)
                .toList();
        put(name + " first right", ranks, rank -> rank == 0);
        put(name + " one of three right", ranks, rank -> rank >= 0);
    }

    private static <T> void put(String name, List<T> of, Predicate<T> which) {
        double share = of.stream().filter(which).count() / (double) of.size();
        measured.put(name, Double.parseDouble(String.format(Locale.ROOT, "%.3f", share)));
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
