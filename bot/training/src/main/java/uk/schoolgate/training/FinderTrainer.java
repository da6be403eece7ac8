package uk.schoolgate.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Moves questions towards the passages that decide them, and away from the other passages of the batch (InfoNCE), some of
 * which only look right for one of the questions.
 */
final class FinderTrainer {
    /** The upper half learns: that costs a quarter, and what words mean by themselves is known below. */
    static final int FIRST_LAYER = 6;

    private static final int QUESTIONS = 24;
    /** Passages that only look right, in a batch. */
    private static final int MISLEADING = 12;

    private static final float SHARPNESS = 20;
    private static final float NOT_COUNTED = -10_000;

    private final List<Question> questions;
    private final Halfway asked;
    private final Halfway said;
    private final Parameters learnt;
    private final Encoder encoder;
    private final Random random;

    FinderTrainer(List<int[]> passages, List<Question> all, Weights weights, Parameters learnt, Random random) {
        this.questions = all.stream().filter(Question::isAnswerable).toList();
        this.learnt = learnt;
        this.encoder = new Encoder(weights, learnt);
        this.random = random;
        this.asked = new Halfway(questions.stream().map(Question::ids).toList(), encoder, FIRST_LAYER);
        this.said = new Halfway(passages, encoder, FIRST_LAYER);
    }

    void train(int epochs, float rate) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, questions.size()).boxed().toList());
        int batches = order.size() / QUESTIONS;
        Adam adam = new Adam(rate, epochs * batches);
        Progress progress = new Progress(epochs * batches);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            for (int i = 0; i < batches; i++) {
                progress.report(step(order.subList(i * QUESTIONS, (i + 1) * QUESTIONS), adam));
            }
        }
    }

    private double step(List<Integer> batch, Adam adam) {
        int[] numbers = batch.stream().mapToInt(Integer::intValue).toArray();
        int[] shown = shown(numbers);
        try (NDManager manager = NDManager.newBaseManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray sharpness = manager.create(SHARPNESS);
            NDArray likeness = asked.meanings(numbers, encoder, FIRST_LAYER, manager)
                    .matMul(said.meanings(shown, encoder, FIRST_LAYER, manager).transpose())
                    .mul(sharpness)
                    .add(manager.create(alsoRight(numbers, shown), new Shape(numbers.length, shown.length)));
            NDArray own = manager.eye(numbers.length, shown.length, 0, likeness.getDataType());
            NDArray share = manager.create(-1f / numbers.length);
            NDArray wrong = likeness.logSoftmax(1).mul(own).sum().mul(share);
            collector.backward(wrong);
            adam.step(learnt.all());
            return wrong.getFloat();
        }
    }

    /** Numbers of the passages of a batch: for each question one that is right, then some that only look so. */
    private int[] shown(int... batch) {
        int[] shown = new int[batch.length + MISLEADING];
        for (int i = 0; i < shown.length; i++) {
            Question question = questions.get(batch[i % batch.length]);
            shown[i] = any(i < batch.length ? question.right() : question.near());
        }
        return shown;
    }

    private int any(int... numbers) {
        return numbers[random.nextInt(numbers.length)];
    }

    /** Passages that are right for a question too don't count against the one that was chosen for it. */
    private float[] alsoRight(int[] batch, int... shown) {
        float[] mask = new float[batch.length * shown.length];
        for (int i = 0; i < batch.length; i++) {
            int[] right = questions.get(batch[i]).right();
            for (int j = 0; j < shown.length; j++) {
                int number = shown[j];
                boolean isRight = Arrays.stream(right).anyMatch(one -> one == number);
                mask[i * shown.length + j] = isRight && i != j ? NOT_COUNTED : 0;
            }
        }
        return mask;
    }
}
