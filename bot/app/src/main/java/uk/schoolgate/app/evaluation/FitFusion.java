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
import uk.schoolgate.adapter.models.AnswerTexts;
import uk.schoolgate.adapter.models.Askable;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.Finding;
import uk.schoolgate.adapter.models.Fusion;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.adapter.models.LucenePolicyIndex.Candidate;
import uk.schoolgate.adapter.models.LucenePolicyIndex.Considered;
import uk.schoolgate.adapter.models.Precedents;
import uk.schoolgate.adapter.models.Repetition;
import uk.schoolgate.core.policy.Quoter;
import uk.schoolgate.core.policy.VectorCache;

/**
 * The last step of training for answers. From the questions that were learnt from: precedents, and which kinds of question
 * policies decide. From others, which never become precedents: how these, words and meaning are put together.
 *
 * <p>{@code FitFusion FOLDER OTHERS LEARNT...}, the latter as {@link LabelledSource} reads them, writes
 * {@code precedents.bin}, {@code askable.txt} and {@code finding.txt} into the folder.
 */
public final class FitFusion {
    private static final String HEADING = "# Written by training, see bot/training. %s\n";
    private static final double MOST_WORDS = 0.3;
    private static final double STEP_OF_WORDS = 0.02;
    private static final double MOST_PRECEDENTS = 2;
    private static final double STEP_OF_PRECEDENTS = 0.1;
    /**
     * What nearness counts at least. The fit finds it to tell little beside the question itself, but as much with this as
     * with less (area under ROC 0.828 and 0.833 on the village school), and with less, plain questions go unanswered that
     * only sound like ones that nothing decides.
     */
    private static final double LEAST_NEARNESS = 4;
    /** Candidates are looked for with these weights, and then weighed with all others. */
    private static final Fusion FIRST_GUESS = new Fusion(0.1, 1.2, 1, 0, 0, 0, 0);

    private final BgeEmbedder embedder;
    private final List<Case> cases = new ArrayList<>();

    private record Case(
            boolean answerable, double askable, double undecided, Repetition repetition, List<Scored> scored) {
        Scored best(Fusion fusion) {
            return scored.stream()
                    .max(Comparator.comparingDouble(one -> one.near(fusion)))
                    .orElseThrow();
        }

        float[] figures(Fusion fusion) {
            Scored best = best(fusion);
            return new float[] {
                (float) best.near(fusion),
                (float) askable,
                (float) best.doubt(undecided),
                (float) best.repeats(repetition)
            };
        }

        PlattScaling.Scored scored(Fusion fusion) {
            Scored best = best(fusion);
            return new PlattScaling.Scored(
                    fusion.sum(best.near(fusion), askable, best.doubt(undecided), best.repeats(repetition)),
                    answerable);
        }
    }

    private record Scored(Candidate candidate, boolean right) {
        double near(Fusion fusion) {
            return candidate.near(fusion);
        }

        double doubt(double undecided) {
            return Fusion.doubt(undecided, candidate.semantic());
        }

        double repeats(Repetition repetition) {
            return repetition.in(candidate.document(), candidate.passage());
        }
    }

    private FitFusion(BgeEmbedder embedder) {
        this.embedder = embedder;
    }

    /** Fits and writes the figures. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<LabelledSource> learnt =
                Arrays.stream(arguments).skip(2).map(LabelledSource::of).toList();
        try (BgeEmbedder embedder = new BgeEmbedder()) {
            FitFusion fit = new FitFusion(embedder);
            Path precedents = folder.resolve("precedents.bin");
            PrecedentsOf labelled = new PrecedentsOf(embedder);
            learnt.forEach(labelled::add);
            labelled.write(precedents);
            String askable = fit.askable(learnt);
            Files.writeString(
                    folder.resolve("askable.txt"),
                    HEADING.formatted("Which questions policies decide: a bias, then a weight a line.") + askable);
            Finding finding = new Finding(
                    FIRST_GUESS, Askable.of(Arrays.asList(askable.split("\n", -1))), Precedents.read(precedents));
            LabelledSource others = LabelledSource.of(arguments[1]);
            fit.ask(others, finding);
            Files.writeString(
                    folder.resolve("finding.txt"),
                    HEADING.formatted("See Fusion.") + fit.fitted().text());
        }
    }

    private String askable(List<LabelledSource> learnt) {
        List<LabelledQuestion> questions =
                learnt.stream().flatMap(source -> source.questions().stream()).toList();
        boolean[] decided = new boolean[questions.size()];
        for (int i = 0; i < decided.length; i++) {
            decided[i] = questions.get(i).isAnswerable();
        }
        List<float[]> vectors = embedder.embed(questions.stream()
                .map(question -> AnswerTexts.question(question.question(), question.asker()))
                .toList());
        return Arrays.stream(LogisticFit.fit(vectors, decided))
                .mapToObj(figure -> String.format(Locale.ROOT, "%.4f", figure))
                .collect(Collectors.joining("\n"));
    }

    private void ask(LabelledSource others, Finding finding) throws IOException {
        for (LabelledSource whole : others.wholes()) {
            try (LucenePolicyIndex index =
                    LucenePolicyIndex.build(whole.documents(), embedder, VectorCache.none(), finding)) {
                for (LabelledQuestion question : whole.questions()) {
                    Considered considered = index.consider(question.question(), question.asker());
                    cases.add(new Case(
                            question.isAnswerable(),
                            considered.askable(),
                            considered.like().undecided(),
                            new Repetition(question.question()),
                            scored(question, considered.candidates())));
                }
            }
        }
    }

    private static List<Scored> scored(LabelledQuestion question, List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> new Scored(
                        candidate, question.isDecidedBy(Quoter.quote(candidate.document(), candidate.passage()))))
                .toList();
    }

    private Fusion fitted() {
        Fusion order = order();
        boolean[] decided = new boolean[cases.size()];
        List<float[]> figures = new ArrayList<>();
        for (int i = 0; i < decided.length; i++) {
            decided[i] = cases.get(i).answerable();
            figures.add(cases.get(i).figures(order));
        }
        double[] line = LogisticFit.fit(figures, decided);
        double nearness = Math.max(line[1], LEAST_NEARNESS);
        Fusion sum = new Fusion(order.words(), order.precedents(), nearness, line[2], line[3], line[4], 0);
        PlattScaling.Line scaled = PlattScaling.fit(balanced(sum));
        return new Fusion(
                sum.words(),
                sum.precedents(),
                scaled.slope() * nearness,
                scaled.slope() * sum.askable(),
                scaled.slope() * sum.undecided(),
                scaled.slope() * sum.repeated(),
                scaled.intercept());
    }

    /** Questions that nothing decides as often as others, so that one kind is not preferred for being more. */
    private List<PlattScaling.Scored> balanced(Fusion fusion) {
        long undecided = cases.stream().filter(one -> !one.answerable()).count();
        int copies = (int) ((cases.size() - undecided) / Math.max(1, undecided));
        return cases.stream()
                .flatMap(one -> Collections.nCopies(one.answerable() ? 1 : copies, one.scored(fusion)).stream())
                .toList();
    }

    /** The weights with which the right passage comes first most often. */
    private Fusion order() {
        Fusion best = FIRST_GUESS;
        long most = -1;
        for (double precedents = 0; precedents <= MOST_PRECEDENTS; precedents += STEP_OF_PRECEDENTS) {
            for (double words = 0; words <= MOST_WORDS; words += STEP_OF_WORDS) {
                Fusion fusion = new Fusion(words, precedents, 1, 0, 0, 0, 0);
                long right = cases.stream()
                        .filter(one -> one.answerable() && one.best(fusion).right())
                        .count();
                if (right > most) {
                    most = right;
                    best = fusion;
                }
            }
        }
        return best;
    }
}
