package uk.schoolgate.adapter.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads tensors of half or single precision in the safetensors format. */
final class Safetensors {
    private final Map<String, float[][]> tensors = new HashMap<>();

    private Safetensors() {}

    /** Reads a resource beside this class. */
    static Safetensors resource(String name) {
        return read(ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** A short name for what a resource holds: other tensors have another. */
    static String fingerprint(String name) {
        CRC32 sum = new CRC32();
        sum.update(bytes(name));
        return Long.toHexString(sum.getValue());
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Safetensors.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no tensors at " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Safetensors read(ByteBuffer bytes) {
        int header = Math.toIntExact(bytes.getLong());
        byte[] json = new byte[header];
        bytes.get(json);
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        Safetensors read = new Safetensors();
        JsonNode described = JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8));
        described.properties().forEach(entry -> {
            if (!entry.getKey().equals("__metadata__")) {
                read.tensors.put(entry.getKey(), matrix(entry.getValue(), data));
            }
        });
        return read;
    }

    private static float[][] matrix(JsonNode tensor, ByteBuffer data) {
        JsonNode shape = tensor.get("shape");
        int rows = shape.size() == 1 ? 1 : shape.get(0).asInt();
        int columns = shape.get(shape.size() - 1).asInt();
        boolean half = tensor.get("dtype").asString().equals("F16");
        int at = tensor.get("data_offsets").get(0).asInt();
        float[][] matrix = new float[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            matrix[i / columns][i % columns] =
                    half ? Float.float16ToFloat(data.getShort(at + 2 * i)) : data.getFloat(at + 4 * i);
        }
        return matrix;
    }

    boolean has(String name) {
        return tensors.containsKey(name);
    }

    /** A matrix, or a vector as its only row. */
    float[][] matrix(String name) {
        float[][] matrix = tensors.get(name);
        if (matrix == null) {
            throw new IllegalStateException("no tensor " + name);
        }
        return matrix;
    }

    float[] vector(String name) {
        return matrix(name)[0];
    }
}
