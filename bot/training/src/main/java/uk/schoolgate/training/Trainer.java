package uk.schoolgate.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through the examples again and again and improves the parameters. */
final class Trainer {
    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

    private static final int BATCH = 16;
    /** Messages of like length come together within so many batches, which spares padding and keeps chance. */
    private static final int BATCHES_SORTED = 8;

    private static final int REPORTED_EVERY = 50;

    private final Parameters learnt;
    private final Encoder encoder;
    private final Loss loss;
    private final int firstMark;
    private final int marks;
    private final Random random;

    Trainer(Weights weights, Parameters learnt, int firstMark, Random random) {
        this.learnt = learnt;
        this.encoder = new Encoder(weights, learnt);
        this.loss = new Loss(learnt);
        this.firstMark = firstMark;
        this.marks = (int) learnt.get("marks").getShape().get(0);
        this.random = random;
    }

    void train(List<Example> examples, int epochs, float rate) {
        int batches = (examples.size() + BATCH - 1) / BATCH;
        Adam adam = new Adam(rate, epochs * batches);
        int done = 0;
        Mixing mixing = new Mixing(examples, random);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            List<Example> mixed =
                    new ArrayList<>(examples.stream().map(mixing::mixed).toList());
            double sum = 0;
            for (List<Example> batch : batches(mixed)) {
                sum += step(batch, adam);
                done++;
                if (done % REPORTED_EVERY == 0) {
                    LOG.info(
                            "batch {} of {}: mean loss of the epoch so far {}",
                            done,
                            epochs * batches,
                            sum / (done - (epoch - 1) * batches));
                }
            }
            LOG.info("epoch {} of {}: loss {}", epoch, epochs, sum / batches);
        }
    }

    private List<List<Example>> batches(List<Example> examples) {
        Collections.shuffle(examples, random);
        List<List<Example>> batches = new ArrayList<>();
        for (int from = 0; from < examples.size(); from += BATCH * BATCHES_SORTED) {
            List<Example> near =
                    new ArrayList<>(examples.subList(from, Math.min(examples.size(), from + BATCH * BATCHES_SORTED)));
            near.sort(Comparator.comparingInt(Example::length));
            for (int i = 0; i < near.size(); i += BATCH) {
                batches.add(near.subList(i, Math.min(near.size(), i + BATCH)));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private double step(List<Example> examples, Adam adam) {
        try (NDManager manager = NDManager.newBaseManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            Batch batch = Batch.of(examples, firstMark, marks, manager);
            NDArray wrong = loss.of(encoder.encode(batch.tokens(), true), batch);
            collector.backward(wrong);
            double value = wrong.getFloat();
            if (Double.isNaN(value)) {
                throw new IllegalStateException("training went astray: the loss is no number any more");
            }
            adam.step(learnt.all());
            return value;
        }
    }
}
