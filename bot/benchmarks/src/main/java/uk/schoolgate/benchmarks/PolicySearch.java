package uk.schoolgate.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.VectorCache;

/** Building an index from vectors that are known, and searching it: the model is asked for the question alone. */
@NullUnmarked
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
public class PolicySearch {
    private static final int PASSAGES_A_POLICY = 100;
    private static final List<String> WORDS = List.of(
            "uniform",
            "attendance",
            "phone",
            "parents",
            "children",
            "must",
            "may",
            "report",
            "absence",
            "teacher",
            "complaint",
            "photos",
            "lunch",
            "medicine",
            "trip",
            "homework",
            "behaviour",
            "office",
            "writing",
            "days");

    @Param({"1600", "3200", "6400"})
    private int passages;

    private BgeEmbedder embedder;
    private List<PolicyDocument> policies;
    private LucenePolicyIndex index;

    /** Makes the policies and the index. */
    @Setup
    public void make() {
        embedder = new BgeEmbedder();
        policies = new ArrayList<>();
        Random random = new Random(1);
        for (int policy = 0; policy < passages / PASSAGES_A_POLICY; policy++) {
            List<Passage> texts = new ArrayList<>();
            for (int i = 0; i < PASSAGES_A_POLICY; i++) {
                StringBuilder text = new StringBuilder("Clause " + policy + "." + i + ":");
                for (int word = 0; word < 25; word++) {
                    text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
                }
                texts.add(new Passage(
                        i,
                        Passage.Kind.PARAGRAPH,
                        List.of("Section " + i / 10),
                        OptionalInt.empty(),
                        "",
                        text.toString(),
                        OptionalInt.empty(),
                        false));
            }
            policies.add(new PolicyDocument(
                    "p" + policy, "Policy " + policy, Audience.EVERYONE, PolicyDocument.Facts.NONE, texts));
        }
        index = LucenePolicyIndex.build(policies, embedder, new KnownVectors(embedder.dimension()));
    }

    /** Gives everything back. */
    @TearDown
    public void close() throws Exception {
        index.close();
        embedder.close();
    }

    /** What a change of one policy costs beyond reading and embedding it. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public int build() throws Exception {
        try (LucenePolicyIndex built =
                LucenePolicyIndex.build(policies, embedder, new KnownVectors(embedder.dimension()))) {
            return built.documents(Asker.STAFF).size();
        }
    }

    /** A question, embedding included; the median is what counts. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public List<PolicyIndex.Hit> search() {
        return index.search("can i take my kid out of school for a trip", Asker.PARENT, 24);
    }

    /** Knows every passage: unit vectors that depend on the key alone. */
    private record KnownVectors(int dimension) implements VectorCache {
        @Override
        public Map<String, float[]> find(Collection<String> keys) {
            Map<String, float[]> vectors = new HashMap<>();
            keys.forEach(key -> vectors.put(key, vector(key)));
            return vectors;
        }

        private float[] vector(String key) {
            Random random = new Random(key.hashCode());
            float[] vector = new float[dimension];
            double square = 0;
            for (int i = 0; i < dimension; i++) {
                vector[i] = (float) random.nextGaussian();
                square += vector[i] * vector[i];
            }
            for (int i = 0; i < dimension; i++) {
                vector[i] /= (float) Math.sqrt(square);
            }
            return vector;
        }

        @Override
        public void keep(Map<String, float[]> vectors) {
            throw new IllegalStateException("every vector was known");
        }
    }
}
