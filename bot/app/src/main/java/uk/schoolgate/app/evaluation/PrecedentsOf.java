package uk.schoolgate.app.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.schoolgate.adapter.models.AnswerTexts;
import uk.schoolgate.adapter.models.Precedents;
import uk.schoolgate.core.policy.Embedder;

/** Makes precedents of labelled questions. */
final class PrecedentsOf {
    private final Embedder embedder;
    private final List<float[]> questions = new ArrayList<>();
    private final List<float[]> clauses = new ArrayList<>();

    PrecedentsOf(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Adds one for each question of which what decides it is found, or that nothing decides. */
    void add(LabelledSource source) {
        source.wholes().forEach(this::addWhole);
    }

    /** Writes all that were added. */
    void write(Path file) throws IOException {
        Precedents.write(questions, clauses, file);
    }

    private void addWhole(LabelledSource whole) {
        DecidingPassages deciding = new DecidingPassages(whole.documents());
        List<float[]> passages = embedder.embed(whole.documents().stream()
                .flatMap(
                        document -> document.passages().stream().map(passage -> AnswerTexts.passage(document, passage)))
                .toList());
        List<float[]> asked = embedder.embed(whole.questions().stream()
                .map(question -> AnswerTexts.question(question.question(), question.asker()))
                .toList());
        for (int i = 0; i < asked.size(); i++) {
            Set<Integer> right = deciding.of(whole.questions().get(i));
            if (!right.isEmpty() || !whole.questions().get(i).isAnswerable()) {
                questions.add(asked.get(i));
                clauses.add(sum(passages, right));
            }
        }
    }

    /** Its length does not matter. */
    private static float[] sum(List<float[]> passages, Set<Integer> numbers) {
        float[] sum = new float[passages.getFirst().length];
        for (int number : numbers) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += passages.get(number)[i];
            }
        }
        return sum;
    }
}
