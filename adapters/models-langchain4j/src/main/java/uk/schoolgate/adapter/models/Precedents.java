package uk.schoolgate.adapter.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import uk.schoolgate.adapter.models.NearestVectors.Neighbour;

/**
 * Labelled questions with what decided them: a new question is probably decided by a clause like those that decided the
 * questions most like it, at whatever school. "Nits" lies near no policy's words, but near "shes got head lice again", of
 * which somebody said which clause decides it.
 *
 * <p>Kept as vectors of whole numbers, -127 to 127, so that they are small: of each question, then of what decides it,
 * zeros where nothing does.
 */
public final class Precedents {
    private static final String LEARNT = "/schoolgate/models/precedents.bin";
    private static final int WIDTH = 384;
    /** Those that say where the clause lies. */
    private static final Nearby CLAUSES = new Nearby(20, 0.05);
    /** More of them, and more evenly, say whether there is one: a question just like it may have been asked elsewhere. */
    private static final Nearby UNDECIDED = new Nearby(40, 0.12);

    private final NearestVectors questions;
    private final PackedVectors clauses;

    /**
     * Which of the questions count, and how much.
     *
     * @param neighbours so many count
     * @param fall one whose cosine is lower by this counts a third (one e-th)
     */
    private record Nearby(int neighbours, double fall) {
        double weight(double lower) {
            return Math.exp(-lower / fall);
        }
    }

    /** What is known about a question from those like it. */
    public static final class Like {
        private final float[] clause;
        private final double undecided;

        private Like(float[] clause, double undecided) {
            this.clause = clause;
            this.undecided = undecided;
        }

        /** How near a passage is to what decided the others; the less alike that was, the lower for all. */
        double to(float[] passage) {
            return Vectors.dot(clause, passage);
        }

        /** Adds to a question's vector what decided the others. */
        float[] addedTo(float[] question, double weight) {
            float[] sum = question.clone();
            Vectors.add(sum, clause, weight);
            return sum;
        }

        /** How many of the others no policy decided, 0 to 1. */
        public double undecided() {
            return undecided;
        }
    }

    private Precedents(NearestVectors questions, PackedVectors clauses) {
        this.questions = questions;
        this.clauses = clauses;
    }

    /** Those that were learnt from. */
    static Precedents learnt() {
        try (InputStream in = Precedents.class.getResourceAsStream(LEARNT)) {
            if (in == null) {
                throw new IllegalStateException("no precedents at " + LEARNT);
            }
            return of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Precedents read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    private static Precedents of(byte... bytes) {
        byte[][] questions = new byte[bytes.length / (2 * WIDTH)][];
        byte[][] clauses = new byte[questions.length][];
        for (int i = 0; i < questions.length; i++) {
            questions[i] = Arrays.copyOfRange(bytes, 2 * i * WIDTH, (2 * i + 1) * WIDTH);
            clauses[i] = Arrays.copyOfRange(bytes, (2 * i + 1) * WIDTH, (2 * i + 2) * WIDTH);
        }
        return new Precedents(new NearestVectors(new PackedVectors(questions)), new PackedVectors(clauses));
    }

    /**
     * Writes labelled questions down.
     *
     * @param questions their vectors
     * @param clauses for each the vector of what decides it, of any length; zeros where nothing does
     */
    public static void write(List<float[]> questions, List<float[]> clauses, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < questions.size(); i++) {
                out.write(PackedVectors.pack(questions.get(i)));
                out.write(PackedVectors.pack(clauses.get(i)));
            }
        }
    }

    /** What those most like a question say about it. */
    public Like like(float[] question) {
        List<Neighbour> nearest = questions.to(question, Math.max(CLAUSES.neighbours(), UNDECIDED.neighbours()));
        return new Like(clause(nearest), undecided(nearest));
    }

    private float[] clause(List<Neighbour> nearest) {
        float[] clause = new float[WIDTH];
        double all = 0;
        for (Neighbour neighbour : first(CLAUSES, nearest)) {
            double weight = weight(CLAUSES, neighbour, nearest);
            all += weight;
            Vectors.add(clause, clauses.unit(neighbour.number()), weight);
        }
        return Vectors.times(clause, 1 / all);
    }

    private double undecided(List<Neighbour> nearest) {
        double all = 0;
        double undecided = 0;
        for (Neighbour neighbour : first(UNDECIDED, nearest)) {
            double weight = weight(UNDECIDED, neighbour, nearest);
            all += weight;
            undecided += clauses.isZero(neighbour.number()) ? weight : 0;
        }
        return undecided / all;
    }

    private static List<Neighbour> first(Nearby nearby, List<Neighbour> nearest) {
        return nearest.subList(0, Math.min(nearby.neighbours(), nearest.size()));
    }

    private static double weight(Nearby nearby, Neighbour neighbour, List<Neighbour> nearest) {
        return nearby.weight(nearest.getFirst().near() - neighbour.near());
    }
}
