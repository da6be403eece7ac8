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

/** Adapts BGE small to screening: {@code Train examples.jsonl marks.json screening.safetensors LEARN_ON}. */
public final class Train {
    private static final int SEED = 20261120;

    /**
     * How often and how boldly it learns.
     *
     * @param epochs how often it sees every example
     * @param rate of learning at its highest
     */
    private record Course(int epochs, float rate) {
        static final Course ANEW = new Course(6, 1.5e-3f);
        /** For a few more examples: what is learnt already must not be lost over them. */
        static final Course ON = new Course(1, 5e-4f);
    }

    private Train() {}

    /**
     * Trains and writes what was learnt; the same examples give the same result on the same kind of processor. Where
     * LEARN_ON is {@code true}, it goes on from what the file holds, and writes the mean of that and of what it comes to.
     */
    public static void main(String[] arguments) throws IOException {
        List<Example> examples = Examples.read(Path.of(arguments[0]));
        JsonNode marks = JsonMapper.shared().readTree(Path.of(arguments[1]).toFile());
        Path file = Path.of(arguments[2]);
        boolean on = Boolean.parseBoolean(arguments[3]);
        Course course = on ? Course.ON : Course.ANEW;
        Map<String, float[]> before = on ? SafetensorsReader.read(file) : Map.of();
        Engine.getInstance().setRandomSeed(SEED);
        try (NDManager manager = NDManager.newBaseManager()) {
            Weights weights = Weights.load(manager);
            Parameters learnt = new Parameters(manager, weights, 0, before)
                    .withScreening(seeds(marks.get("seeds"), weights, manager));
            new Trainer(weights, learnt, marks.get("first").asInt(), new Random(SEED))
                    .train(examples, course.epochs(), course.rate());
            SafetensorsWriter.write(learnt.averaged(), file);
        }
    }

    /** A mark starts as the mean of words that could stand in its place. */
    private static NDArray seeds(JsonNode seeds, Weights weights, NDManager manager) {
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
