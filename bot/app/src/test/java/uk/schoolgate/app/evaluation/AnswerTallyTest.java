package uk.schoolgate.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.schoolgate.app.evaluation.AnswerTally.Asked;
import uk.schoolgate.core.policy.Answer;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Citation;

class AnswerTallyTest {
    private static final LabelledQuestion DECIDED = new LabelledQuestion(
            "1", Asker.PARENT, "can the dog come", Optional.empty(), List.of(Decider.of("Dogs stay at home.")));
    private static final LabelledQuestion UNDECIDED =
            new LabelledQuestion("2", Asker.PARENT, "can the cow come", Optional.empty(), List.of());

    private static Asked asked(LabelledQuestion question, double confidence, String... quotes) {
        List<Citation> citations = List.of(quotes).stream()
                .map(quote -> new Citation(
                        "p.md",
                        "P",
                        List.of(),
                        OptionalInt.empty(),
                        List.of(),
                        quote,
                        Optional.empty(),
                        Optional.empty(),
                        Audience.EVERYONE))
                .toList();
        Answer answer = citations.isEmpty() ? new Answer.NotSaid(confidence) : new Answer.Cited(confidence, citations);
        return new Asked(question, answer, true, 1_000_000);
    }

    @Test
    void aQuoteThatHoldsTheDecidingWordsIsAHit() {
        assertThat(asked(DECIDED, 0.9, "Cats too.", "We say: dogs stay at home. Always.")
                        .rankOfRight())
                .isEqualTo(1);
        assertThat(asked(DECIDED, 0.9, "Dogs stay out.").rankOfRight()).isEqualTo(-1);
    }

    @Test
    void aQuoteThatNobodyReadsToItsEndIsNone() {
        assertThat(asked(DECIDED, 0.9, "Dogs stay at home. " + "more ".repeat(100))
                        .rankOfRight())
                .isEqualTo(-1);
    }

    @Test
    void eachFigureCountsItsOwnKindOfQuestion() {
        String text = new AnswerTally(List.of(
                        asked(DECIDED, 0.9, "Dogs stay at home."),
                        asked(DECIDED, 0.6, "Cats.", "Dogs stay at home."),
                        asked(DECIDED, 0.2),
                        asked(UNDECIDED, 0.7, "Cows."),
                        asked(UNDECIDED, 0.1)))
                .text();
        assertThat(text)
                .containsPattern("first citation right +0.333 \\(1 of 3\\)")
                .containsPattern("one of three right +0.667 \\(2 of 3\\)")
                .containsPattern("answered although the policies don't say +0.500 \\(1 of 2\\)")
                .containsPattern("not answered although they do say +0.333 \\(1 of 3\\)")
                .containsPattern("area under ROC of the confidence +0.667");
    }

    @Test
    void theConfidenceIsComparedWithWhatIsSo() {
        AnswerTally tally = new AnswerTally(List.of(
                asked(DECIDED, 0.9, "Dogs stay at home."),
                asked(UNDECIDED, 0.9, "Cows."),
                asked(UNDECIDED, 0.1),
                asked(UNDECIDED, 1.0, "Cows.")));
        // Three at 0.93 of which a third is decided, and one at 0.1 of which none is.
        assertThat(tally.calibrationError()).isCloseTo((3 * (2.8 / 3 - 1.0 / 3) + 0.1) / 4, within(1e-9));
        assertThat(tally.text())
                .contains("confidence 0.8 to 1.0: 3 questions, 0.93 on average; the policies decide 0.33 of them")
                .contains("confidence 0.0 to 0.2: 1 questions, 0.10 on average; the policies decide 0.00 of them");
    }
}
