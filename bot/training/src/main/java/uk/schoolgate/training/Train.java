package uk.schoolgate.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adapts BGE small to screening: {@code Train examples.jsonl marks.json screening.safetensors OLDER}. One run learns from the
 * first examples, as many as the last argument says, another from all; what is written is their average.
 */
public final class Train {
    private static final int SEED = 20261120;
    private static final int EPOCHS = Integer.getInteger("epochs", 6);
    private static final float RATE = Float.parseFloat(System.getProperty("rate", "1.5e-3"));

    private final Weights weights;
    private final JsonNode marks;
    private final NDManager manager;

    private Train(Weights weights, JsonNode marks, NDManager manager) {
        this.weights = weights;
        this.marks = marks;
        this.manager = manager;
    }

    /** Trains and writes what was learnt; the same examples give the same result on the same kind of processor. */
    public static void main(String[] arguments) throws IOException {
        List<Example> examples = Examples.read(Path.of(arguments[0]));
        JsonNode marks = JsonMapper.shared().readTree(Path.of(arguments[1]).toFile());
        int older = Integer.parseInt(arguments[3]);
        try (NDManager manager = NDManager.newBaseManager()) {
            Train train = new Train(Weights.load(manager), marks, manager);
            Map<String, NDArray> ofOlder = train.learn(examples.subList(0, older));
            Map<String, NDArray> ofAll = train.learn(examples);
            SafetensorsWriter.write(WeightAverage.of(ofOlder, ofAll), Path.of(arguments[2]));
        }
    }

    /** Both runs begin alike, so that what they learn can be averaged. */
    private Map<String, NDArray> learn(List<Example> examples) {
        Engine.getInstance().setRandomSeed(SEED);
        Parameters learnt = new Parameters(manager, weights, 0).withScreening(seeds());
        new Trainer(weights, learnt, marks.get("first").asInt(), new Random(SEED)).train(examples, EPOCHS, RATE);
        return learnt.all();
    }

    /** A mark starts as the mean of words that could stand in its place. */
    private NDArray seeds() {
        JsonNode seeds = marks.get("seeds");
        NDArray words = weights.get("embeddings.word_embeddings.weight");
        float[] means = new float[seeds.size() * Encoder.WIDTH];
        for (int mark = 0; mark < seeds.size(); mark++) {
            for (JsonNode id : seeds.get(mark)) {
                float[] embedding = words.get(id.asLong()).toFloatArray();
                for (int i = 0; i < Encoder.WIDTH; i++) {
                    means[mark * Encoder.WIDTH + i] +=
                            embedding[i] / seeds.get(mark).size();
                }
            }
        }
        return manager.create(means, new Shape(seeds.size(), Encoder.WIDTH));
    }
}
