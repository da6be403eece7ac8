package uk.schoolgate.adapter.models;

import java.util.Locale;
import java.util.Map;
import uk.schoolgate.core.text.ListFile;

/**
 * Puts what words, meaning, precedents and the question itself say together: how likely a passage decides the question.
 *
 * @param words what a share of the best match of words counts, in cosine
 * @param precedents what nearness to what decided similar questions counts, in cosine
 * @param nearness what one of that sum counts in the logarithm of the odds
 * @param askable what one of {@link Askable} counts in it
 * @param undecided what the share of similar questions that no policy decided counts in it
 * @param repeated what it counts in it that a passage says a plain question's own words
 * @param intercept what is added to it
 */
public record Fusion(
        double words,
        double precedents,
        double nearness,
        double askable,
        double undecided,
        double repeated,
        double intercept) {
    /** Most passages that are near a question without deciding it are not nearer than this. */
    private static final double PERHAPS_NEAR = 0.6;

    private static final double CERTAINLY_NEAR = 0.8;
    private static final String FITTED = "/schoolgate/models/finding.txt";

    /** As it was fitted on labelled questions that the model had not learnt from. */
    static Fusion fitted() {
        Map<String, String> figures = ListFile.entries(FITTED);
        return new Fusion(
                figure(figures, "words"),
                figure(figures, "precedents"),
                figure(figures, "nearness"),
                figure(figures, "askable"),
                figure(figures, "undecided"),
                figure(figures, "repeated"),
                figure(figures, "intercept"));
    }

    private static double figure(Map<String, String> figures, String name) {
        String figure = figures.get(name);
        if (figure == null) {
            throw new IllegalStateException(FITTED + " has no " + name);
        }
        return Double.parseDouble(figure);
    }

    /** The figures as {@link #fitted} reads them, one a line. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "words: %.2f%nprecedents: %.1f%nnearness: %.3f%naskable: %.3f%nundecided: %.3f%nrepeated: %.3f%nintercept: %.3f%n",
                words,
                precedents,
                nearness,
                askable,
                undecided,
                repeated,
                intercept);
    }

    /**
     * How near a passage is to the question in all.
     *
     * @param semantic cosine of passage and question
     * @param precedent how near it is to what decided similar questions
     * @param share how well its words match, as a share of the best match
     */
    public double near(double semantic, double precedent, double share) {
        return semantic + precedents * precedent + words * share;
    }

    /**
     * How much it counts that similar questions were undecided: elsewhere, of other policies. The nearer in meaning a
     * passage of these lies, the less.
     *
     * @param ofOthers the share of similar questions that no policy decided
     * @param semantic cosine of passage and question
     */
    public static double doubt(double ofOthers, double semantic) {
        return ofOthers * Math.clamp((CERTAINLY_NEAR - semantic) / (CERTAINLY_NEAR - PERHAPS_NEAR), 0, 1);
    }

    /**
     * How likely a passage decides the question.
     *
     * @param near as {@link #near} has it
     * @param ofQuestion what {@link Askable} says of the question
     * @param ofOthers what {@link #doubt} says
     * @param ofWords what {@link Repetition} says of the passage
     */
    double likely(double near, double ofQuestion, double ofOthers, double ofWords) {
        return 1 / (1 + Math.exp(-sum(near, ofQuestion, ofOthers, ofWords)));
    }

    /** The same as the logarithm of the odds. */
    public double sum(double near, double ofQuestion, double ofOthers, double ofWords) {
        return nearness * near + askable * ofQuestion + undecided * ofOthers + repeated * ofWords + intercept;
    }
}
