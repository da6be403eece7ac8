package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.JudgeInContext;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.Judgement.Evidence;
import uk.schoolgate.core.screening.judging.Mark;
import uk.schoolgate.core.screening.judging.MarkedText;
import uk.schoolgate.core.screening.judging.Signal;

class JudgeInContextTest implements JudgeContract {
    private static final MarkedText HARMLESS = text("is it pe tomorrow");
    private static final MarkedText NASTY = text("she is useless");
    private static final MarkedText REPLY = text("same here");

    private final PhraseJudge phrases =
            new PhraseJudge().hears("useless", Signal.ATTACK).hears("watch out", Signal.THREAT, 0.06);
    /** For each reading, how much of what was said before was read. */
    private final List<Integer> readings = new ArrayList<>();

    private final Judge judge = new JudgeInContext(this::noting);

    private Judgement noting(MarkedText message, List<MarkedText> before) {
        readings.add(before.size());
        return phrases.judge(message, before);
    }

    @Override
    public Judge judge() {
        return judge;
    }

    private static MarkedText text(String text) {
        return JudgeContract.marked(text, "-", Mark.STAFF);
    }

    @Test
    void aHarmlessMessageAmongHarmlessOnesIsReadAloneAndOnce() {
        judge.judge(HARMLESS, List.of());
        judge.judge(REPLY, List.of(HARMLESS));
        judge.judge(text("ok"), List.of(HARMLESS, REPLY));
        assertThat(readings).containsExactly(0, 0, 0);
    }

    @Test
    void whatIsSaidAgainIsReadOnceAndJudgedTheSame() {
        MarkedText rude = text("useless");
        Judgement first = judge.judge(rude, List.of());
        assertThat(judge.judge(text("useless"), List.of())).isEqualTo(first);
        assertThat(readings).containsExactly(0);
    }

    /** A rant of thousands of places is read again rather than kept; what its figures were is known. */
    @Test
    void ofALongRantOnlyTheFiguresAreRemembered() {
        Judgement rant = new Judgement(
                List.of(), Map.of(Signal.ATTACK, 0.9), Collections.nCopies(100, new Evidence(Signal.ATTACK, 0, 1)));
        Judge rants = new JudgeInContext((message, before) -> {
            readings.add(before.size());
            return rant;
        });
        assertThat(rants.judge(NASTY, List.of())).isEqualTo(rant);
        assertThat(rants.judge(NASTY, List.of())).isEqualTo(rant);
        rants.judge(REPLY, List.of(NASTY));
        assertThat(readings).containsExactly(0, 0, 1);
    }

    /** The model reads the same; where its evidence is in the message is another matter. */
    @Test
    void whatReadsTheSameButIsWrittenOtherwiseHasItsOwnEvidence() {
        Evidence plain = judge.judge(text("so useless"), List.of()).evidence().getFirst();
        MarkedText dotted = text("so u.s.e.l.e.s.s");
        assertThat(dotted.shown()).isEqualTo(text("so useless").shown());
        assertThat(judge.judge(dotted, List.of()).evidence().getFirst().end()).isGreaterThan(plain.end());
    }

    @Test
    void whatFollowsSomethingNastyIsReadWithIt() {
        assertThat(judge.judge(REPLY, List.of(HARMLESS, NASTY)).of(Signal.ATTACK))
                .isPositive();
        assertThat(readings).last().isEqualTo(2);
    }

    @Test
    void whatIsNotPlainlyHarmlessAloneIsReadWithWhatWasSaidBefore() {
        judge.judge(text("watch out"), List.of(HARMLESS));
        assertThat(readings).last().isEqualTo(1);
    }

    @Test
    void whatNamesSomebodyIsReadWithWhatWasSaidBefore() {
        judge.judge(JudgeContract.marked("Ollie too", "Ollie", Mark.CHILD), List.of(HARMLESS));
        assertThat(readings).containsExactly(1);
    }

    @Test
    void theSameWordsWithOtherNamesAreOtherWords() {
        judge.judge(REPLY, List.of(JudgeContract.marked("ask her", "her", Mark.STAFF)));
        judge.judge(text("me too"), List.of(JudgeContract.marked("ask her", "her", Mark.CHILD)));
        assertThat(readings).hasSize(4);
    }

    /** A busy bot runs for months. */
    @Test
    void whatIsLongPastIsForgottenAndReadAgain() {
        judge.judge(HARMLESS, List.of());
        IntStream.range(0, 5000).forEach(i -> judge.judge(text("message " + i), List.of()));
        readings.clear();
        judge.judge(REPLY, List.of(HARMLESS));
        assertThat(readings).hasSize(2);
    }
}
