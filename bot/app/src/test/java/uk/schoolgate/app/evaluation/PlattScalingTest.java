package uk.schoolgate.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.schoolgate.app.evaluation.PlattScaling.Line;
import uk.schoolgate.app.evaluation.PlattScaling.Scored;

class PlattScalingTest {
    @Test
    void findsTheLineThatScoresWereMadeWith() {
        Random random = new Random(1);
        List<Scored> scores = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double logit = random.nextGaussian() * 3;
            double likely = 1 / (1 + Math.exp(-(0.5 * logit - 1)));
            scores.add(new Scored(logit, random.nextDouble() < likely));
        }
        Line line = PlattScaling.fit(scores);
        assertThat(line.slope()).isCloseTo(0.5, within(0.03));
        assertThat(line.intercept()).isCloseTo(-1, within(0.08));
    }

    @Test
    void aFewExamplesThatSeparateCleanlyDoNotMakeItSure() {
        Line line = PlattScaling.fit(List.of(new Scored(2, true), new Scored(-2, false)));
        assertThat(line.of(2)).isBetween(0.8, 0.99);
    }

    @Test
    void scoresThatAreFarApartDoNotThrowItOff() {
        List<Scored> scores = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            scores.add(new Scored(-12, i % 40 == 0));
            scores.add(new Scored(12, i % 40 != 0));
        }
        Line line = PlattScaling.fit(scores);
        assertThat(line.of(12)).isCloseTo(0.975, within(0.01));
        assertThat(line.of(-12)).isCloseTo(0.025, within(0.01));
    }

    @Test
    void withoutExamplesScoresStayAsTheyAre() {
        assertThat(PlattScaling.fit(List.of())).isEqualTo(new Line(1, 0));
    }
}
