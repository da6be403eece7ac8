package uk.schoolgate.adapter.models;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds what training has learnt to a quantised model: a product of two thin matrices to each weight (LoRA), and for
 * screening the embeddings of the marks. So the project keeps three megabytes and not another model.
 */
final class AdaptedModel {
    /** The order in which the model's file has the weights of a layer: query, key, value, output, and the two between. */
    private static final List<String> PARTS = List.of("q", "k", "v", "o", "i", "d");

    private static final String WEIGHT = "onnx::MatMul_";
    private static final String QUANTISED = "_quantized";
    private static final String SCALE = "_scale";
    private static final String WORDS = "embeddings.word_embeddings.weight";
    private static final String MARKS = "marks";
    private static final int LARGEST = 127;

    private final GraphProto.Builder graph;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Safetensors learnt;

    private AdaptedModel(GraphProto.Builder graph, Safetensors learnt) {
        this.graph = graph;
        this.learnt = learnt;
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            indexes.put(graph.getInitializer(i).getName(), i);
        }
    }

    /** The model with what was learnt in it, as an ONNX file. */
    static byte[] of(byte[] model, Safetensors learnt) {
        try {
            ModelProto.Builder builder = ModelProto.parseFrom(model).toBuilder();
            new AdaptedModel(builder.getGraphBuilder(), learnt).adapt();
            return builder.build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the embedding model is no ONNX file", e);
        }
    }

    private void adapt() {
        List<String> weights = indexes.keySet().stream()
                .filter(name -> name.startsWith(WEIGHT) && name.endsWith(QUANTISED))
                .map(name -> name.substring(0, name.length() - QUANTISED.length()))
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(WEIGHT.length()))))
                .toList();
        for (int i = 0; i < weights.size(); i++) {
            adapt(weights.get(i), "lora." + i / PARTS.size() + "." + PARTS.get(i % PARTS.size()));
        }
        if (learnt.has(MARKS)) {
            embedMarks(learnt.matrix(MARKS));
        }
    }

    private TensorProto tensor(String name) {
        return graph.getInitializer(indexOf(name));
    }

    private int indexOf(String name) {
        Integer index = indexes.get(name);
        if (index == null) {
            throw new IllegalStateException("the embedding model has no " + name);
        }
        return index;
    }

    private void replace(String name, TensorProto tensor) {
        graph.setInitializer(indexOf(name), tensor);
    }

    private void adapt(String weight, String adapter) {
        if (!learnt.has(adapter + ".A")) {
            return;
        }
        TensorProto quantised = tensor(weight + QUANTISED);
        TensorProto scale = tensor(weight + SCALE);
        int rows = (int) quantised.getDims(0);
        int columns = (int) quantised.getDims(1);
        float[][] sum = product(learnt.matrix(adapter + ".A"), learnt.matrix(adapter + ".B"));
        ByteString old = quantised.getRawData();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sum[i][j] += old.byteAt(i * columns + j) * scale.getFloatData(j);
            }
        }
        TensorProto.Builder newScale = scale.toBuilder();
        byte[] bytes = new byte[rows * columns];
        for (int j = 0; j < columns; j++) {
            float step = largest(sum, j) / LARGEST;
            newScale.setFloatData(j, step);
            for (int i = 0; i < rows; i++) {
                bytes[i * columns + j] = (byte) Math.round(sum[i][j] / step);
            }
        }
        replace(weight + SCALE, newScale.build());
        replace(
                weight + QUANTISED,
                quantised.toBuilder().setRawData(ByteString.copyFrom(bytes)).build());
    }

    private static float largest(float[][] matrix, int column) {
        float largest = Float.MIN_NORMAL;
        for (float[] row : matrix) {
            largest = Math.max(largest, Math.abs(row[column]));
        }
        return largest;
    }

    private static float[][] product(float[][] a, float[][] b) {
        float[][] product = new float[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[k].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private void embedMarks(float[][] marks) {
        float scale = tensor(WORDS + SCALE).getFloatData(0);
        TensorProto quantised = tensor(WORDS + QUANTISED);
        int columns = (int) quantised.getDims(1);
        TensorProto zero = tensor(WORDS + "_zero_point");
        int zeroPoint = zero.getInt32DataCount() > 0
                ? zero.getInt32Data(0)
                : zero.getRawData().byteAt(0) & 0xFF;
        byte[] bytes = quantised.getRawData().toByteArray();
        for (int m = 0; m < marks.length; m++) {
            for (int j = 0; j < columns; j++) {
                int value = Math.round(marks[m][j] / scale) + zeroPoint;
                bytes[(MarkedTokens.FIRST_MARK + m) * columns + j] = (byte) Math.clamp(value, 0, 255);
            }
        }
        replace(
                WORDS + QUANTISED,
                quantised.toBuilder().setRawData(ByteString.copyFrom(bytes)).build());
    }
}
