package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.Judgement.Evidence;
import uk.schoolgate.core.screening.judging.Mark;
import uk.schoolgate.core.screening.judging.MarkedText;
import uk.schoolgate.core.screening.judging.MarkedTextWriter;
import uk.schoolgate.core.screening.judging.Marking;
import uk.schoolgate.core.screening.judging.Plainer;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Span;

/** What every {@link Judge} does. */
public interface JudgeContract {
    /** The judge under test; it may be the same for all tests. */
    Judge judge();

    /** A message in which the first occurrence of some words is marked. */
    static MarkedText marked(String text, String words, Mark mark) {
        int at = text.indexOf(words);
        List<Marking> markings =
                at < 0 ? List.of() : List.of(new Marking(Span.of(text, at, at + words.length()), mark));
        return new MarkedTextWriter(new Plainer(word -> false)).write(FoldedText.of(text), markings);
    }

    @Test
    default void saysSomethingOfEveryChildAndNothingOfStaff() {
        Judgement child = judge().judge(marked("Thanks for having Ollie", "Ollie", Mark.CHILD), List.of());
        assertThat(child.senses())
                .hasSize(1)
                .first()
                .satisfies(senses -> assertThat(senses)
                        .isNotEmpty()
                        .allSatisfy((sense, likely) -> assertThat(likely).isBetween(0.0, 1.0)));
        Judgement staff = judge().judge(marked("Ask Mrs Patel", "Mrs Patel", Mark.STAFF), List.of());
        assertThat(staff.senses())
                .hasSize(1)
                .first()
                .satisfies(senses -> assertThat(senses).isEmpty());
    }

    @Test
    default void aMessageWithoutTextHoldsNothing() {
        Judgement judgement = judge().judge(MarkedText.NONE, List.of(marked("Ask Mrs Patel", "Mrs Patel", Mark.STAFF)));
        assertThat(judgement.senses()).isEmpty();
        assertThat(judgement.evidence()).isEmpty();
        for (Signal signal : Signal.values()) {
            assertThat(judgement.of(signal)).isZero();
        }
    }

    @Test
    default void saysTheSameToEverybodyWhoAsksAtOnce() {
        MarkedText message = marked("Mrs Patel is a waste of space", "Mrs Patel", Mark.STAFF);
        Judgement alone = judge().judge(message, List.of());
        List<Judgement> together = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> judge().judge(message, List.of()))
                .toList();
        assertThat(together).containsOnly(alone);
    }

    @Test
    default void readsAVeryLongMessageToItsEnd() {
        String text = "The fair was lovely. ".repeat(2500) + "Ollie";
        Judgement judgement = judge().judge(marked(text, "Ollie", Mark.CHILD), List.of());
        assertThat(judgement.senses())
                .hasSize(1)
                .first()
                .satisfies(senses -> assertThat(senses).isNotEmpty());
    }

    @RepeatedTest(30)
    default void noTextMakesItFailAndEvidenceIsInTheText(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(300);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x11000) : 32 + random.nextInt(95));
        }
        Judgement judgement = judge().judge(marked(text.toString(), "e", Mark.WORD_OR_CHILD), List.of());
        for (Evidence evidence : judgement.evidence()) {
            assertThat(evidence.start()).isGreaterThanOrEqualTo(0).isLessThan(evidence.end());
            assertThat(evidence.end()).isLessThanOrEqualTo(text.length());
        }
        for (Signal signal : Signal.values()) {
            if (judgement.of(signal) > 0) {
                assertThat(judgement.evidence(signal)).isNotEmpty();
            }
        }
    }
}
