package uk.schoolgate.adapter.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

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
    private static final int LARGEST = 127;
    /** Those that say where the clause lies. */
    private static final Nearby CLAUSES = new Nearby(20, 0.05);
    /** More of them, and more evenly, say whether there is one: a question just like it may have been asked elsewhere. */
    private static final Nearby UNDECIDED = new Nearby(40, 0.12);

    private final float[][] questions;
    private final float[][] clauses;

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

    private Precedents(float[][] questions, float[][] clauses) {
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
        int count = bytes.length / (2 * WIDTH);
        float[][] questions = new float[count][];
        float[][] clauses = new float[count][];
        for (int i = 0; i < count; i++) {
            questions[i] = unpack(bytes, 2 * i * WIDTH);
            clauses[i] = unpack(bytes, (2 * i + 1) * WIDTH);
        }
        return new Precedents(questions, clauses);
    }

    private static float[] unpack(byte[] bytes, int from) {
        float[] vector = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            vector[i] = bytes[from + i];
        }
        return Vectors.unit(vector);
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
                out.write(pack(questions.get(i)));
                out.write(pack(clauses.get(i)));
            }
        }
    }

    private static byte[] pack(float... vector) {
        float largest = 0;
        for (float x : vector) {
            largest = Math.max(largest, Math.abs(x));
        }
        ByteBuffer packed = ByteBuffer.allocate(WIDTH);
        for (float x : vector) {
            packed.put((byte) (largest == 0 ? 0 : Math.round(x / largest * LARGEST)));
        }
        return packed.array();
    }

    /** What those most like a question say about it. */
    public Like like(float[] question) {
        double[] near = Arrays.stream(questions)
                .mapToDouble(other -> Vectors.dot(question, other))
                .toArray();
        int[] nearest = nearest(near);
        return new Like(clause(near, nearest), undecided(near, nearest));
    }

    private float[] clause(double[] near, int... nearest) {
        float[] clause = new float[WIDTH];
        double all = 0;
        for (int number : first(CLAUSES, nearest)) {
            double weight = CLAUSES.weight(near[nearest[0]] - near[number]);
            all += weight;
            Vectors.add(clause, clauses[number], weight);
        }
        return Vectors.times(clause, 1 / all);
    }

    private double undecided(double[] near, int... nearest) {
        double all = 0;
        double undecided = 0;
        for (int number : first(UNDECIDED, nearest)) {
            double weight = UNDECIDED.weight(near[nearest[0]] - near[number]);
            all += weight;
            undecided += Vectors.isZero(clauses[number]) ? weight : 0;
        }
        return undecided / all;
    }

    private static int[] first(Nearby nearby, int... nearest) {
        return Arrays.copyOf(nearest, Math.min(nearby.neighbours(), nearest.length));
    }

    /** The numbers of the nearest, nearest first. */
    private static int[] nearest(double... near) {
        Comparator<Integer> byNearness = Comparator.comparingDouble(number -> near[number]);
        PriorityQueue<Integer> nearest = new PriorityQueue<>(byNearness);
        int most = Math.max(CLAUSES.neighbours(), UNDECIDED.neighbours());
        for (int number = 0; number < near.length; number++) {
            if (nearest.size() < most || near[number] > near[nearest.element()]) {
                nearest.add(number);
            }
            if (nearest.size() > most) {
                nearest.remove();
            }
        }
        return nearest.stream()
                .sorted(byNearness.reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
