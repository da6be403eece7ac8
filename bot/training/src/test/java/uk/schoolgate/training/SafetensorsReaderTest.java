package uk.schoolgate.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsReaderTest {
    @TempDir
    Path folder;

    @Test
    void eachArrayHasItsOwnValuesInTheirOrder() throws Exception {
        byte[] header = """
                {"a":{"dtype":"F16","shape":[2,2],"data_offsets":[0,8]},"b":{"dtype":"F16","shape":[1],"data_offsets":[8,10]}}
                """.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + header.length + 10).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length).put(header);
        for (float value : new float[] {1, -2.5f, 0, 0.125f, 7}) {
            file.putShort(Float.floatToFloat16(value));
        }
        Map<String, float[]> read =
                SafetensorsReader.read(Files.write(folder.resolve("learnt.safetensors"), file.array()));
        assertThat(read.keySet()).containsExactly("a", "b");
        assertThat(read.get("a")).containsExactly(1, -2.5f, 0, 0.125f);
        assertThat(read.get("b")).containsExactly(7);
    }
}
