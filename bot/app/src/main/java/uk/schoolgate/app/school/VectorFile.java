package uk.schoolgate.app.school;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import uk.schoolgate.core.policy.VectorCache;

/** Vectors in a file: those of the shipped school's policies come inside the jar, so that a first start is as quick as any. */
public final class VectorFile implements VectorCache {
    private static final String SHIPPED = "/schools/alder-lane.vectors";

    private final Map<String, float[]> vectors;

    private VectorFile(Map<String, float[]> vectors) {
        this.vectors = vectors;
    }

    /** The vectors that come with Schoolgate. */
    public static VectorFile shipped() {
        try (InputStream in = VectorFile.class.getResourceAsStream(SHIPPED)) {
            return in == null ? empty() : new VectorFile(read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VectorFile empty() {
        return new VectorFile(new HashMap<>());
    }

    static VectorFile at(Path file) throws IOException {
        if (!Files.exists(file)) {
            return empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new VectorFile(read(in));
        }
    }

    private static Map<String, float[]> read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(in));
        int count = data.readInt();
        int length = data.readInt();
        Map<String, float[]> vectors = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String key = data.readUTF();
            float[] vector = new float[length];
            for (int j = 0; j < length; j++) {
                vector[j] = data.readFloat();
            }
            vectors.put(key, vector);
        }
        return vectors;
    }

    /** Writes the vectors of these keys; those of texts that are no longer there go. */
    void write(Path file, Collection<String> keys) throws IOException {
        Files.createDirectories(file.getParent());
        Map<String, float[]> kept = new TreeMap<>(vectors);
        kept.keySet().retainAll(keys);
        try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            data.writeInt(kept.size());
            data.writeInt(kept.values().stream()
                    .findFirst()
                    .map(vector -> vector.length)
                    .orElse(0));
            for (Map.Entry<String, float[]> entry : kept.entrySet()) {
                data.writeUTF(entry.getKey());
                for (float value : entry.getValue()) {
                    data.writeFloat(value);
                }
            }
        }
    }

    @Override
    public Map<String, float[]> find(Collection<String> keys) {
        Map<String, float[]> found = new HashMap<>(vectors);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public void keep(Map<String, float[]> fresh) {
        vectors.putAll(fresh);
    }
}
