package uk.schoolgate.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Adapts BGE small to finding answers: {@code TrainAnswers passages.jsonl questions.jsonl finding.safetensors}. */
public final class TrainAnswers {
    private static final int SEED = 20261121;
    private static final int EPOCHS = Integer.getInteger("epochs", 3);
    private static final float RATE = Float.parseFloat(System.getProperty("rate", "1e-3"));
    /**
     * How much of what was learnt is kept. The whole of it knows the questions that it learnt from by heart; a part of it
     * does better on all others than all or nothing (Wortsman and others, 2022).
     */
    private static final float KEPT = Float.parseFloat(System.getProperty("kept", "0.7"));

    private TrainAnswers() {}

    /** Trains and writes what was learnt; the same questions give the same result on the same kind of processor. */
    public static void main(String[] arguments) throws IOException {
        List<int[]> passages = Question.passages(Path.of(arguments[0]));
        List<Question> questions = Question.read(Path.of(arguments[1]));
        Engine.getInstance().setRandomSeed(SEED);
        try (NDManager manager = NDManager.newBaseManager()) {
            Weights weights = Weights.load(manager);
            Parameters learnt = new Parameters(manager, weights, FinderTrainer.FIRST_LAYER, Map.of());
            new FinderTrainer(passages, questions, weights, learnt, new Random(SEED)).train(EPOCHS, RATE);
            SafetensorsWriter.write(kept(learnt.all()), Path.of(arguments[2]));
        }
    }

    /** What is added to a weight is a product of two matrices, so a part of one of them is a part of it. */
    private static Map<String, NDArray> kept(Map<String, NDArray> learnt) {
        Map<String, NDArray> kept = new LinkedHashMap<>();
        learnt.forEach((name, array) -> kept.put(name, name.endsWith(".B") ? array.mul(KEPT) : array));
        return kept;
    }
}
