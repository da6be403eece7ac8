package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/** The states of texts below the layers that learn: they stay the same, so they are worked out once. */
final class Halfway {
    private static final int BATCH = 32;

    private final List<Tokens.Row> rows;
    private final List<float[]> states = new ArrayList<>();

    Halfway(List<int[]> texts, Encoder encoder, int layer) {
        rows = texts.stream().map(Tokens.Row::of).toList();
        for (int from = 0; from < rows.size(); from += BATCH) {
            workOut(rows.subList(from, Math.min(rows.size(), from + BATCH)), encoder, layer);
        }
    }

    private void workOut(List<Tokens.Row> batch, Encoder encoder, int layer) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Tokens tokens = Tokens.of(batch, manager);
            float[] all = encoder.below(tokens, layer).toFloatArray();
            for (int row = 0; row < batch.size(); row++) {
                float[] own = new float[batch.get(row).length() * Encoder.WIDTH];
                System.arraycopy(all, row * tokens.length() * Encoder.WIDTH, own, 0, own.length);
                states.add(own);
            }
        }
    }

    /** What some of the texts say as a whole. */
    NDArray meanings(int[] numbers, Encoder encoder, int layer, NDManager manager) {
        List<Tokens.Row> chosen = new ArrayList<>();
        for (int number : numbers) {
            chosen.add(rows.get(number));
        }
        Tokens tokens = Tokens.of(chosen, manager);
        float[] below = new float[numbers.length * tokens.length() * Encoder.WIDTH];
        for (int i = 0; i < numbers.length; i++) {
            float[] own = states.get(numbers[i]);
            System.arraycopy(own, 0, below, i * tokens.length() * Encoder.WIDTH, own.length);
        }
        Shape shape = new Shape(numbers.length, tokens.length(), Encoder.WIDTH);
        return encoder.meanings(manager.create(below, shape), tokens, layer);
    }
}
