package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes arrays in half precision in the safetensors format. */
final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    static void write(Map<String, NDArray> arrays, Path file) throws IOException {
        ObjectNode header = JsonMapper.shared().createObjectNode();
        int size = 0;
        for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
            int bytes = Math.toIntExact(entry.getValue().size() * Short.BYTES);
            describe(entry.getValue(), size, bytes, header.putObject(entry.getKey()));
            size += bytes;
        }
        byte[] json = padded(header.toString());
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + json.length + size).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(json.length).put(json);
        for (NDArray array : arrays.values()) {
            for (float value : array.toFloatArray()) {
                out.putShort(Float.floatToFloat16(value));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, out.array());
    }

    private static void describe(NDArray array, int from, int bytes, ObjectNode tensor) {
        tensor.put("dtype", "F16");
        ArrayNode shape = tensor.putArray("shape");
        for (long dimension : array.getShape().getShape()) {
            shape.add(dimension);
        }
        tensor.putArray("data_offsets").add(from).add(from + bytes);
    }

    private static byte[] padded(String json) {
        int padding = (ALIGNMENT - json.length() % ALIGNMENT) % ALIGNMENT;
        return (json + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    }
}
