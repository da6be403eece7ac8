package uk.schoolgate.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.codec.language.DoubleMetaphone;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.BgeVocabulary;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.core.screening.naming.ChildFinder;

/** What stays on the heap of what a bot holds for its schools, after the rest was collected. */
public final class Memory {
    private static final int PUPILS = 100_000;
    private static final int SCHOOLS = 60;
    private static final int POLICIES = 60;
    private static final int PASSAGES = 30;
    private static final int MEGABYTE = 1 << 20;

    private Memory() {}

    /** Prints it. */
    public static void main(String[] arguments) {
        BgeVocabulary words = new BgeVocabulary();
        System.out.printf(
                "the names of %,d pupils: %d MB%n",
                PUPILS,
                megabytesOf(() -> new ChildFinder(Rolls.of(PUPILS), words, new DoubleMetaphone()::doubleMetaphone)));
        try (BgeEmbedder embedder = new BgeEmbedder()) {
            // The first index loads what all share.
            indexes(1, embedder);
            System.out.printf(
                    "the policies of %d schools, %d each, of %d passages: %d MB%n",
                    SCHOOLS, POLICIES, PASSAGES, megabytesOf(() -> indexes(SCHOOLS, embedder)));
        }
    }

    private static List<LucenePolicyIndex> indexes(int schools, BgeEmbedder embedder) {
        return IntStream.range(0, schools)
                .mapToObj(school -> LucenePolicyIndex.build(
                        MadeUpPolicies.of(POLICIES, PASSAGES, school),
                        embedder,
                        new KnownVectors(embedder.dimension())))
                .toList();
    }

    private static long megabytesOf(Supplier<Object> made) {
        long before = used();
        Object held = made.get();
        long after = used();
        Reference.reachabilityFence(held);
        return (after - before) / MEGABYTE;
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
