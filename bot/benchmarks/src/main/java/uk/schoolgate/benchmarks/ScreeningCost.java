package uk.schoolgate.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.BgeJudge;
import uk.schoolgate.adapter.models.BgeVocabulary;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Office;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Retention;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Language;
import uk.schoolgate.core.screening.MessageReader;
import uk.schoolgate.core.screening.ScreeningInput;

/** Screening against embedding: the figures are for six messages of ordinary lengths, one after the other. */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScreeningCost {
    private static final PersonId AUTHOR = new PersonId("+447700900199");

    private BgeEmbedder embedder;
    private BgeJudge judge;
    private MessageReader reader;

    /** Loads the models. */
    @Setup
    public void load() {
        embedder = new BgeEmbedder();
        judge = new BgeJudge();
        DoubleMetaphone metaphone = new DoubleMetaphone();
        reader = new MessageReader(
                school(),
                Rolls.of(200),
                text -> List.of(),
                new Language(new BgeVocabulary(), metaphone::doubleMetaphone));
    }

    private static School school() {
        return new School(
                new SchoolCode("BEN"),
                "Benchmark School",
                "complaints@school.invalid",
                Office.UNKNOWN,
                new PersonId("S01"),
                new PersonId("S02"),
                Optional.empty(),
                List.of(),
                Mode.WATCH,
                Retention.DEFAULT,
                List.of());
    }

    /** Embeds the messages as they are. */
    @Benchmark
    public void embed(Blackhole blackhole) {
        Messages.ORDINARY.forEach(text -> blackhole.consume(embedder.embed(List.of(text))));
    }

    /** Finds names in the messages and judges them. */
    @Benchmark
    public void screen(Blackhole blackhole) {
        for (String text : Messages.ORDINARY) {
            ScreeningInput input = new ScreeningInput(text, AUTHOR, Set.of("Class1"), List.of(), List.of());
            blackhole.consume(judge.judge(reader.read(input).marked(), reader.markedBefore(input)));
        }
    }

    /** Frees the models. */
    @TearDown
    public void close() {
        embedder.close();
        judge.close();
    }
}
