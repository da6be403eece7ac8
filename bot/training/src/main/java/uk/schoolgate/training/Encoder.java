package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;

/** BERT of twelve layers, with what is learnt added to its weights. */
final class Encoder {
    static final int WIDTH = 384;

    private static final int HEADS = 12;
    private static final float EPSILON = 1e-12f;
    private static final float MASKED = -10_000f;
    private static final float DROPOUT = 0.1f;

    private final Weights weights;
    private final Parameters learnt;

    Encoder(Weights weights, Parameters learnt) {
        this.weights = weights;
        this.learnt = learnt;
    }

    /** The states of all tokens: messages by tokens by {@link #WIDTH}. */
    NDArray encode(Batch batch, boolean training) {
        NDArray states = embed(batch);
        NDArray mask = batch.mask().sub(1).mul(-MASKED).reshape(batch.size(), 1, 1, batch.length());
        for (int layer = 0; layer < Weights.LAYERS; layer++) {
            states = layer(states, mask, layer, batch, training);
        }
        return states;
    }

    static NDArray rows(NDArray table, NDArray numbers) {
        NDArray found = Embedding.embedding(numbers, table, SparseFormat.DENSE).singletonOrThrow();
        // Else the table's manager would keep it until the end.
        return found;
    }

    private NDArray embed(Batch batch) {
        NDArray words = rows(weights.get("embeddings.word_embeddings.weight"), batch.ids());
        NDArray isMark = batch.isMark().expandDims(2);
        NDArray marks = rows(learnt.get("marks"), batch.markNumbers());
        NDArray all = words.mul(isMark.mul(-1).add(1)).add(marks.mul(isMark));
        NDArray types = rows(weights.get("embeddings.token_type_embeddings.weight"), batch.types());
        NDArray positions = weights.get("embeddings.position_embeddings.weight").get("0:" + batch.length());
        return norm(all.add(types).add(positions), "embeddings.LayerNorm");
    }

    private NDArray layer(NDArray states, NDArray mask, int layer, Batch batch, boolean training) {
        String name = "encoder.layer." + layer + ".";
        String self = name + "attention.self.";
        NDArray dropped = training ? Dropout.dropout(states, DROPOUT, true).singletonOrThrow() : states;
        NDArray query = heads(linear(states, dropped, layer, "q", self + "query.bias"), batch);
        NDArray key = heads(linear(states, dropped, layer, "k", self + "key.bias"), batch);
        NDArray value = heads(linear(states, dropped, layer, "v", self + "value.bias"), batch);
        NDArray shares = query.matMul(key.transpose(0, 1, 3, 2))
                .mul(batch.number((float) Math.sqrt(HEADS / (double) WIDTH)))
                .add(mask)
                .softmax(3);
        NDArray seen = shares.matMul(value).transpose(0, 2, 1, 3).reshape(batch.size(), batch.length(), WIDTH);
        NDArray attended = norm(
                linear(seen, seen, layer, "o", name + "attention.output.dense.bias")
                        .add(states),
                name + "attention.output.LayerNorm");
        NDArray wide = Activation.gelu(linear(attended, attended, layer, "i", name + "intermediate.dense.bias"));
        return norm(
                linear(wide, wide, layer, "d", name + "output.dense.bias").add(attended), name + "output.LayerNorm");
    }

    private NDArray linear(NDArray in, NDArray dropped, int layer, String part, String bias) {
        String name = Weights.name(layer, part);
        NDArray learntPart =
                dropped.matMul(learnt.get("lora." + name + ".A")).matMul(learnt.get("lora." + name + ".B"));
        return in.matMul(weights.get(name)).add(weights.get(bias)).add(learntPart);
    }

    private static NDArray heads(NDArray states, Batch batch) {
        return states.reshape(batch.size(), batch.length(), HEADS, WIDTH / HEADS)
                .transpose(0, 2, 1, 3);
    }

    private NDArray norm(NDArray states, String name) {
        return LayerNorm.layerNorm(
                        states, new Shape(WIDTH), weights.get(name + ".weight"), weights.get(name + ".bias"), EPSILON)
                .singletonOrThrow();
    }

    /** Numbers as the encoder takes them. */
    static DataType numbers() {
        return DataType.INT64;
    }
}
