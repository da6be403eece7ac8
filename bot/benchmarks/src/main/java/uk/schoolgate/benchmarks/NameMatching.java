package uk.schoolgate.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.language.DoubleMetaphone;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import uk.schoolgate.adapter.models.BgeVocabulary;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.naming.ChildFinder;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Sentences;

/** Finding the children named in six messages of ordinary lengths: the figure is for all six. */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class NameMatching {
    private static final PersonId AUTHOR = new PersonId("+447700900199");

    @Param({"200", "100000"})
    int pupils;

    private ChildFinder finder;

    /** Builds the finder, as happens off the request path when a school's folder is read. */
    @Setup
    public void build() {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        finder = new ChildFinder(Rolls.of(pupils), new BgeVocabulary(), metaphone::doubleMetaphone);
    }

    /** The names in six messages. */
    @Benchmark
    public void sixMessages(Blackhole blackhole) {
        for (String text : Messages.ORDINARY) {
            blackhole.consume(
                    finder.find(text, Sentences.of(FoldedText.of(text)), AUTHOR, Set.of("Class1"), List.of()));
        }
    }
}
