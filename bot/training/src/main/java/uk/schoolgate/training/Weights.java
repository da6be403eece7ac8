package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The weights of BGE small as they were published, out of the ONNX file in langchain4j's jar. */
final class Weights {
    /** The order in which the file has the weights of a layer: query, key, value, output, and the two between. */
    static final List<String> PARTS = List.of("q", "k", "v", "o", "i", "d");

    private static final String MODEL = "/bge-small-en-v1.5.onnx";

    private static final String UNNAMED = "onnx::MatMul_";

    private final Map<String, NDArray> arrays = new HashMap<>();
    private int layers;

    private Weights() {}

    static Weights load(NDManager manager) throws IOException {
        try (InputStream in = Weights.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("the model is not on the class path: " + MODEL);
            }
            return of(ModelProto.parseFrom(in).getGraph().getInitializerList(), manager);
        }
    }

    private static Weights of(List<TensorProto> tensors, NDManager manager) {
        Weights weights = new Weights();
        for (TensorProto tensor : tensors) {
            if (tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE
                    && !tensor.getRawData().isEmpty()) {
                weights.arrays.put(tensor.getName(), array(tensor, manager));
            }
        }
        List<String> unnamed = weights.arrays.keySet().stream()
                .filter(name -> name.startsWith(UNNAMED))
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(UNNAMED.length()))))
                .toList();
        weights.layers = unnamed.size() / PARTS.size();
        for (int i = 0; i < unnamed.size(); i++) {
            weights.arrays.put(name(i / PARTS.size(), PARTS.get(i % PARTS.size())), weights.get(unnamed.get(i)));
        }
        return weights;
    }

    private static NDArray array(TensorProto tensor, NDManager manager) {
        FloatBuffer data = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] values = new float[data.remaining()];
        data.get(values);
        return manager.create(
                values,
                new Shape(
                        tensor.getDimsList().stream().mapToLong(Long::longValue).toArray()));
    }

    static String name(int layer, String part) {
        return layer + "." + part;
    }

    int layers() {
        return layers;
    }

    NDArray get(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalStateException("the model has no " + name);
        }
        return array;
    }
}
