package uk.schoolgate.adapter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedentsTest {
    private static final float[] NOTHING = new float[384];

    @TempDir
    Path folder;

    /** A vector with one component that is not zero. */
    private static float[] axis(int component) {
        float[] vector = new float[384];
        vector[component] = 0.5f;
        return vector;
    }

    private Precedents precedents(List<float[]> questions, List<float[]> clauses) throws IOException {
        Path file = folder.resolve("precedents.bin");
        Precedents.write(questions, clauses, file);
        return Precedents.read(file);
    }

    @Test
    void aQuestionIsExpectedToBeDecidedByWhatDecidedTheOneMostLikeIt() throws IOException {
        Precedents precedents = precedents(List.of(axis(0), axis(1)), List.of(axis(10), axis(11)));
        float[] question = Vectors.unit(Vectors.times(axis(0), 3));
        Vectors.add(question, axis(1), 0.2);

        Precedents.Like like = precedents.like(question);

        assertThat(like.to(axis(10))).isGreaterThan(like.to(axis(11)));
        assertThat(like.undecided()).isZero();
    }

    @Test
    void whatNoPolicyDecidedCountsAgainstANewQuestion() throws IOException {
        Precedents precedents =
                precedents(List.of(axis(0), axis(0), axis(0), axis(0)), List.of(axis(10), NOTHING, NOTHING, NOTHING));

        Precedents.Like like = precedents.like(Vectors.unit(axis(0)));

        assertThat(like.undecided()).isCloseTo(0.75, within(1e-6));
        assertThat(like.to(Vectors.unit(axis(10))))
                .as("one of four points there")
                .isCloseTo(0.25, within(1e-3));
    }

    @Test
    void lengthsAreOneWhateverWasWritten() throws IOException {
        Precedents precedents = precedents(List.of(axis(0)), List.of(Vectors.times(axis(10), 7)));

        assertThat(precedents.like(Vectors.unit(axis(0))).to(Vectors.unit(axis(10))))
                .isCloseTo(1, within(1e-3));
    }
}
