package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;

/** BERT, with what is learnt added to its weights. */
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

    /** The states of all tokens: texts by tokens by {@link #WIDTH}. */
    NDArray encode(Tokens tokens, boolean training) {
        return layers(embed(tokens), tokens, 0, weights.layers(), training);
    }

    /** The states of all tokens after the first layers, of which nothing is learnt. */
    NDArray below(Tokens tokens, int layer) {
        return layers(embed(tokens), tokens, 0, layer, false);
    }

    /** What a text says as a whole, texts by {@link #WIDTH}, each of length one, from the states below a layer on. */
    NDArray meanings(NDArray below, Tokens tokens, int layer) {
        NDArray first = layers(below, tokens, layer, weights.layers(), true).get(":,0");
        return first.div(first.mul(first).sum(new int[] {1}, true).sqrt());
    }

    private NDArray layers(NDArray from, Tokens tokens, int first, int end, boolean training) {
        NDArray states = from;
        NDArray mask = tokens.mask().sub(1).mul(-MASKED).reshape(tokens.size(), 1, 1, tokens.length());
        for (int layer = first; layer < end; layer++) {
            states = layer(states, mask, layer, tokens, training);
        }
        return states;
    }

    static NDArray rows(NDArray table, NDArray numbers) {
        NDArray found = Embedding.embedding(numbers, table, SparseFormat.DENSE).singletonOrThrow();
        // Else the table's manager would keep it until the end.
        return found;
    }

    private NDArray embed(Tokens tokens) {
        NDArray all = rows(weights.get("embeddings.word_embeddings.weight"), tokens.ids());
        Tokens.Marks marks = tokens.marks();
        if (marks != null) {
            NDArray are = marks.are().expandDims(2);
            NDArray meant = rows(learnt.get("marks"), marks.numbers());
            all = all.mul(are.mul(-1).add(1)).add(meant.mul(are));
        }
        NDArray types = rows(weights.get("embeddings.token_type_embeddings.weight"), tokens.types());
        NDArray positions = weights.get("embeddings.position_embeddings.weight").get("0:" + tokens.length());
        return norm(all.add(types).add(positions), "embeddings.LayerNorm");
    }

    private NDArray layer(NDArray states, NDArray mask, int layer, Tokens tokens, boolean training) {
        String name = "encoder.layer." + layer + ".";
        String self = name + "attention.self.";
        NDArray dropped = training ? Dropout.dropout(states, DROPOUT, true).singletonOrThrow() : states;
        NDArray query = heads(linear(states, dropped, layer, "q", self + "query.bias"), tokens);
        NDArray key = heads(linear(states, dropped, layer, "k", self + "key.bias"), tokens);
        NDArray value = heads(linear(states, dropped, layer, "v", self + "value.bias"), tokens);
        NDArray shares = query.matMul(key.transpose(0, 1, 3, 2))
                .mul(tokens.number((float) Math.sqrt(HEADS / (double) WIDTH)))
                .add(mask)
                .softmax(3);
        NDArray seen = shares.matMul(value).transpose(0, 2, 1, 3).reshape(tokens.size(), tokens.length(), WIDTH);
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
        NDArray out = in.matMul(weights.get(name)).add(weights.get(bias));
        if (layer < learnt.firstLayer()) {
            return out;
        }
        return out.add(dropped.matMul(learnt.get("lora." + name + ".A")).matMul(learnt.get("lora." + name + ".B")));
    }

    private static NDArray heads(NDArray states, Tokens tokens) {
        return states.reshape(tokens.size(), tokens.length(), HEADS, WIDTH / HEADS)
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
