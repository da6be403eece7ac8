package uk.schoolgate.app.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.adapter.models.AnswerTexts;
import uk.schoolgate.adapter.models.Askable;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.app.school.PolicyFolder;
import uk.schoolgate.core.policy.PolicyIndex.Hit;
import uk.schoolgate.core.policy.Quoter;
import uk.schoolgate.core.policy.VectorCache;

/**
 * The last step of training for answers: fits on the questions that were learnt from which kinds of question policies
 * decide, and on others how that, words and meaning are put together.
 *
 * <p>{@code FitFusion FOLDER POLICIES OTHERS.jsonl LEARNT.jsonl...} writes {@code askable.txt} and {@code finding.txt} into
 * the folder.
 */
public final class FitFusion {
    private static final String HEADING = "# Written by training, see bot/training. %s\n";
    private static final int CANDIDATES = 40;
    private static final double MOST_WORDS = 0.2;
    private static final double STEP = 0.02;
    /** What a cosine counts beside the question itself: with less, short questions that policies do decide go unanswered. */
    private static final double MEANING = 10;

    private final Askable askable;
    private final List<Case> cases = new ArrayList<>();

    private record Case(boolean answerable, double askable, List<Candidate> candidates) {
        Candidate best(double words) {
            return candidates.stream()
                    .max(Comparator.comparingDouble(candidate -> candidate.sum(words)))
                    .orElseThrow();
        }
    }

    private record Candidate(double near, double share, boolean right) {
        double sum(double words) {
            return near + words * share;
        }
    }

    private FitFusion(BgeEmbedder embedder, Path folder, List<LabelledQuestion> learnt) throws IOException {
        List<float[]> vectors = vectors(embedder, learnt);
        boolean[] decided = new boolean[learnt.size()];
        for (int i = 0; i < decided.length; i++) {
            decided[i] = learnt.get(i).isAnswerable();
        }
        String fitted = new AskableFit(vectors, decided).text();
        Files.writeString(
                folder.resolve("askable.txt"),
                HEADING.formatted("Which questions policies decide: a bias, then a weight a line.") + fitted);
        askable = Askable.of(Arrays.asList(fitted.split("\n", -1)));
    }

    private static List<float[]> vectors(BgeEmbedder embedder, List<LabelledQuestion> questions) {
        return embedder.embed(questions.stream()
                .map(question -> AnswerTexts.question(question.question(), question.asker()))
                .toList());
    }

    private void ask(BgeEmbedder embedder, Path policies, List<LabelledQuestion> questions) throws IOException {
        List<float[]> vectors = vectors(embedder, questions);
        try (LucenePolicyIndex index = LucenePolicyIndex.build(
                PolicyFolder.tryOut(policies, new TikaPolicyReader()).documents(), embedder, VectorCache.none())) {
            for (int i = 0; i < vectors.size(); i++) {
                LabelledQuestion question = questions.get(i);
                List<Hit> hits = index.search(question.question(), question.asker(), CANDIDATES);
                if (!hits.isEmpty()) {
                    cases.add(
                            new Case(question.isAnswerable(), askable.of(vectors.get(i)), candidates(question, hits)));
                }
            }
        }
    }

    private static List<Candidate> candidates(LabelledQuestion question, List<Hit> hits) {
        double best = hits.stream().mapToDouble(Hit::lexical).max().orElse(0);
        return hits.stream()
                .map(hit -> new Candidate(
                        hit.semantic(),
                        best == 0 ? 0 : hit.lexical() / best,
                        question.isDecidedBy(Quoter.quote(hit.document(), hit.passage()))))
                .toList();
    }

    /** Fits and writes the figures. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<LabelledQuestion> learnt = Arrays.stream(arguments)
                .skip(3)
                .flatMap(file -> LabelledQuestion.read(Path.of(file)).stream())
                .toList();
        try (BgeEmbedder embedder = new BgeEmbedder()) {
            FitFusion fit = new FitFusion(embedder, folder, learnt);
            fit.ask(embedder, Path.of(arguments[1]), LabelledQuestion.read(Path.of(arguments[2])));
            Files.writeString(folder.resolve("finding.txt"), HEADING.formatted("See Fusion.") + fit.fitted());
        }
    }

    private String fitted() {
        double words = words();
        PlattScaling.Line line = PlattScaling.fit(balanced(words));
        return String.format(
                Locale.ROOT,
                "words: %.2f%nmeaning: %.1f%nslope: %.4f%nintercept: %.4f%n",
                words,
                MEANING,
                line.slope(),
                line.intercept());
    }

    /** The weight of words with which the right passage comes first most often. */
    private double words() {
        double best = 0;
        long most = -1;
        for (double words = 0; words <= MOST_WORDS; words += STEP) {
            double weight = words;
            long right = cases.stream()
                    .filter(one -> one.answerable() && one.best(weight).right())
                    .count();
            if (right > most) {
                most = right;
                best = words;
            }
        }
        return best;
    }

    private List<PlattScaling.Scored> balanced(double words) {
        long undecided = cases.stream().filter(one -> !one.answerable()).count();
        int copies = (int) ((cases.size() - undecided) / Math.max(1, undecided));
        return cases.stream()
                .flatMap(one -> Collections.nCopies(
                        one.answerable() ? 1 : copies,
                        new PlattScaling.Scored(
                                one.askable() + MEANING * one.best(words).sum(words), one.answerable()))
                        .stream())
                .collect(Collectors.toList());
    }
}
