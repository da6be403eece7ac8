package uk.schoolgate.app.school;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.core.policy.VectorCache;

/** A step of the build: embeds the policies of the shipped school into a file that goes into the jar. */
public final class ShippedVectors {
    private ShippedVectors() {}

    /**
     * Writes the file anew where the policies have changed.
     *
     * @param arguments the school's folder, and the file to write
     */
    public static void main(String[] arguments) throws IOException {
        Path school = Path.of(arguments[0]);
        Path file = Path.of(arguments[1]);
        Witness witness = new Witness(VectorFile.at(file));
        try (BgeEmbedder embedder = new BgeEmbedder();
                LucenePolicyIndex _ = LucenePolicyIndex.build(
                        PolicyFolder.read(school, new TikaPolicyReader()).documents(), embedder, witness)) {
            witness.file.write(file, witness.asked);
        }
    }

    /** Notes which vectors the index asks for. */
    private static final class Witness implements VectorCache {
        private final VectorFile file;
        private final Set<String> asked = new HashSet<>();

        Witness(VectorFile file) {
            this.file = file;
        }

        @Override
        public Map<String, float[]> find(Collection<String> keys) {
            asked.addAll(keys);
            return file.find(keys);
        }

        @Override
        public void keep(Map<String, float[]> vectors) {
            file.keep(vectors);
        }
    }
}
