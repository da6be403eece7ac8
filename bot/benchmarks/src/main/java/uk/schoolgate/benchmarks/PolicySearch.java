package uk.schoolgate.benchmarks;

import java.util.List;
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
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;

/** Building an index from vectors that are known, and searching it: the model is asked for the question alone. */
@NullUnmarked
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
public class PolicySearch {
    private static final int PASSAGES_A_POLICY = 100;

    @Param({"1600", "3200", "6400"})
    private int passages;

    private BgeEmbedder embedder;
    private List<PolicyDocument> policies;
    private LucenePolicyIndex index;

    /** Makes the policies and the index. */
    @Setup
    public void make() {
        embedder = new BgeEmbedder();
        policies = MadeUpPolicies.of(passages / PASSAGES_A_POLICY, PASSAGES_A_POLICY, 1);
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
}
