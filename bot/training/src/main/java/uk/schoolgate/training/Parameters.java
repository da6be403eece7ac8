package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is learnt: thin matrices beside the weights of the encoder, and what else a task needs. */
final class Parameters {
    static final int SENSES = 5;
    static final int SIGNALS = 6;

    private static final int RANK = 16;
    private static final float SPREAD = 0.05f;
    private static final float HALF = 0.5f;

    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    private final NDManager manager;
    private final int firstLayer;
    private final Map<String, float[]> before;

    /**
     * Parameters of which nothing is learnt yet, or those that were learnt before.
     *
     * @param firstLayer the layers below stay as they are
     * @param before what was learnt before, by name; empty to begin anew
     */
    Parameters(NDManager manager, Weights weights, int firstLayer, Map<String, float[]> before) {
        this.manager = manager;
        this.firstLayer = firstLayer;
        this.before = Map.copyOf(before);
        for (int layer = firstLayer; layer < weights.layers(); layer++) {
            for (String part : Weights.PARTS) {
                String name = Weights.name(layer, part);
                Shape shape = weights.get(name).getShape();
                random("lora." + name + ".A", shape.get(0), RANK);
                zeros("lora." + name + ".B", new Shape(RANK, shape.get(1)));
            }
        }
    }

    /** What screening learns besides: embeddings of the marks and the heads. */
    Parameters withScreening(NDArray marks) {
        add("marks", marks);
        head("sense", SENSES);
        head("signal", SIGNALS);
        head("carrier", SIGNALS);
        return this;
    }

    private void head(String name, int outputs) {
        random(name + ".weight", Encoder.WIDTH, outputs);
        zeros(name + ".bias", new Shape(outputs));
    }

    private void random(String name, long rows, long columns) {
        add(name, manager.randomNormal(0, SPREAD, new Shape(rows, columns), DataType.FLOAT32));
    }

    private void zeros(String name, Shape shape) {
        add(name, manager.zeros(shape));
    }

    private void add(String name, NDArray fresh) {
        float[] learnt = before.get(name);
        if (learnt == null && !before.isEmpty()) {
            throw new IllegalStateException("what was learnt before has no " + name + ": learn anew");
        }
        NDArray array = learnt == null ? fresh : manager.create(learnt, fresh.getShape());
        array.setRequiresGradient(true);
        arrays.put(name, array);
    }

    int firstLayer() {
        return firstLayer;
    }

    NDArray get(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalStateException("nothing is learnt by the name of " + name);
        }
        return array;
    }

    Map<String, NDArray> all() {
        return arrays;
    }

    /**
     * All that was learnt; where learning went on, averaged with what was known before. What is new is learnt at the cost of
     * what was known, and the mean is better than either.
     */
    Map<String, NDArray> averaged() {
        Map<String, NDArray> averaged = new LinkedHashMap<>();
        arrays.forEach((name, now) -> {
            float[] known = before.get(name);
            averaged.put(name, known == null ? now : mean(now, manager.create(known, now.getShape())));
        });
        return averaged;
    }

    private static NDArray mean(NDArray one, NDArray other) {
        return one.add(other).mul(HALF);
    }
}
