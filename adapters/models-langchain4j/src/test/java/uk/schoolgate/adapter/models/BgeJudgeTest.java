package uk.schoolgate.adapter.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.Mark;
import uk.schoolgate.core.screening.judging.MarkedText;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.testkit.JudgeContract;

class BgeJudgeTest implements JudgeContract {
    private static final BgeJudge JUDGE = new BgeJudge();

    @AfterAll
    static void close() {
        JUDGE.close();
    }

    @Override
    public Judge judge() {
        return JUDGE;
    }

    private static Map<ChildSense, Double> senses(String text, String words, Mark mark) {
        return JUDGE.judge(JudgeContract.marked(text, words, mark), List.of())
                .senses()
                .getFirst();
    }

    @Test
    void theSensesOfAMarkAreSharesOfOne() {
        double sum = senses("Thanks for having Ollie", "Ollie", Mark.CHILD).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(sum).isBetween(0.999, 1.001);
    }

    @Test
    void whatIsSaidDecidesTheSense() {
        assertThat(senses("Ollie bit my daughter again, school do nothing", "Ollie", Mark.CHILD))
                .extractingByKey(ChildSense.SENSITIVE)
                .satisfies(likely -> assertThat(likely).isGreaterThan(0.5));
        assertThat(senses("thanks for having Ollie yesterday, he loved it", "Ollie", Mark.CHILD))
                .extractingByKey(ChildSense.PASSING)
                .satisfies(likely -> assertThat(likely).isGreaterThan(0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"same here", "what she said", "couldn't agree more", "not the first time either", "spot on Jo"})
    void aReplyTakesOnWhatWasSaidBefore(String text) {
        MarkedText reply = JudgeContract.marked(text, "-", Mark.STAFF);
        MarkedText attack = JudgeContract.marked("Mrs Patel is useless, thick as mince", "Mrs Patel", Mark.STAFF);
        MarkedText harmless = JudgeContract.marked("Mrs Patel says it's PE tomorrow", "Mrs Patel", Mark.STAFF);
        double afterAttack = JUDGE.judge(reply, List.of(attack)).of(Signal.ATTACK);
        assertThat(afterAttack)
                .isGreaterThan(JUDGE.judge(reply, List.of(harmless)).of(Signal.ATTACK))
                .isGreaterThan(JUDGE.judge(reply, List.of()).of(Signal.ATTACK));
    }

    @Test
    void oneBadSentenceShowsInALongMessage() {
        String fair = "The cake stall needs two more people and the raffle is at three. ";
        String bad = "I will wait for him at the gate and break his legs. ";
        String text = fair.repeat(15) + bad + fair.repeat(15);
        Judgement judgement = JUDGE.judge(JudgeContract.marked(text, "-", Mark.STAFF), List.of());
        assertThat(judgement.of(Signal.THREAT)).isGreaterThan(0.5);
        int start = text.indexOf(bad);
        assertThat(judgement.evidence(Signal.THREAT))
                .anyMatch(evidence -> evidence.start() >= start && evidence.end() <= start + bad.length());
    }

    @Test
    void aMarkIsOneTokenThatNoTextHas() {
        MarkedTokens tokens = MarkedTokens.load(50);
        MarkedText text = JudgeContract.marked("hi Ollie [unused5] 一", "Ollie", Mark.OWN_CHILD);
        MarkedTokens.Window window = tokens.windows(text, List.of()).getFirst();
        assertThat(window.marks()).hasSize(1);
        assertThat(IntStream.range(0, window.ids().length)
                        .filter(i -> window.ids()[i] > 0 && window.ids()[i] < 100)
                        .boxed())
                .containsExactly(window.marks().getFirst().token());
    }
}
