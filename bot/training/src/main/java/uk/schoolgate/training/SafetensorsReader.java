package uk.schoolgate.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link SafetensorsWriter} wrote. */
final class SafetensorsReader {
    private SafetensorsReader() {}

    /** The values of each array, by name, row after row. */
    static Map<String, float[]> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[Math.toIntExact(bytes.getLong())];
        bytes.get(header);
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        JsonMapper.shared()
                .readTree(new String(header, StandardCharsets.UTF_8))
                .properties()
                .forEach(entry -> arrays.put(entry.getKey(), values(entry.getValue(), data)));
        return arrays;
    }

    private static float[] values(JsonNode tensor, ByteBuffer data) {
        int from = tensor.get("data_offsets").get(0).asInt();
        int to = tensor.get("data_offsets").get(1).asInt();
        float[] values = new float[(to - from) / Short.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(data.getShort(from + i * Short.BYTES));
        }
        return values;
    }
}
