package uk.schoolgate.core.screening.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Span;

class MarkedTextWriterTest {
    private static final Set<String> WORDS = Set.of("so", "useless", "great", "the", "hello", "is");

    private static final List<Mark> MARKS = List.of(Mark.values());

    private final MarkedTextWriter writer = new MarkedTextWriter(new Plainer(WORDS::contains));

    private String shown(String text, Marking... markings) {
        return writer.write(FoldedText.of(text), List.of(markings))
                .shown()
                .replace(MarkedText.PLACEHOLDER, '#')
                .replaceAll(" +", " ")
                .strip();
    }

    private static Marking mark(String text, String words, Mark mark) {
        int at = text.indexOf(words);
        return new Marking(Span.of(text, at, at + words.length()), mark);
    }

    @Test
    void aNameGivesWayToItsMark() {
        String text = "Thanks for having Ollie!";
        assertThat(shown(text, mark(text, "Ollie", Mark.CHILD))).isEqualTo("thanks for having # !");
    }

    @Test
    void aWordThatMayBeANameStaysBehindItsMark() {
        String text = "I hope so";
        assertThat(shown(text, mark(text, "hope", Mark.WORD_OR_CHILD))).isEqualTo("i # hope so");
    }

    @Test
    void staffKeepTheirTitle() {
        String text = "Mrs. Patel is great";
        assertThat(shown(text, mark(text, "Mrs. Patel", Mark.STAFF))).isEqualTo("mrs # is great");
    }

    @Test
    void ofTwoThatOverlapTheFirstCounts() {
        String text = "Grace Dent on telly";
        assertThat(shown(
                        text, mark(text, "Grace Dent", Mark.UNKNOWN_FULL_NAME), mark(text, "Dent", Mark.CHILD_SURNAME)))
                .isEqualTo("# grace dent on telly");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "she is u s e l e s s | she is useless",
                "she is u.s.e.l.e.s.s | she is useless",
                "an id!ot | an idiot",
                "an 1d10t | an idiot",
                "what a tw*t | what a twat",
                "f***ing great | fucking great",
                "sooooo great | so great",
                "useeeeless | useless",
                "useleѕѕ | useless",
                "great!!! 10/10 | great!!! 10/10",
                "at 3.15 | at 3.15",
                "🙄 the | face with rolling eyes the",
                "🙄🙄🙄 the | face with rolling eyes the"
            })
    void whatIsHiddenIsReadPlainly(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @RepeatedTest(200)
    void everyCharKnowsWhereItComesFrom(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        List<Marking> markings = new ArrayList<>();
        for (int i = random.nextInt(60); i >= 0; i--) {
            int start = text.length();
            text.appendCodePoint(random.nextInt(3) == 0 ? random.nextInt(0x20000) : 32 + random.nextInt(95));
            if (random.nextInt(8) == 0) {
                Mark mark = MARKS.get(random.nextInt(MARKS.size()));
                markings.add(new Marking(Span.of(text.toString(), start, text.length()), mark));
            }
        }
        MarkedText marked = writer.write(FoldedText.of(text.toString()), markings);
        int length = marked.shown().length();
        assertThat(marked.shown().codePointCount(0, length)).isEqualTo(length);
        assertThat(marked.starts()).hasSize(length);
        for (int i = 0; i < length; i++) {
            assertThat(marked.starts()[i]).isLessThan(marked.ends()[i]).isGreaterThanOrEqualTo(0);
            assertThat(marked.ends()[i]).isLessThanOrEqualTo(text.length());
        }
        for (int place : marked.places()) {
            assertThat(marked.shown().charAt(place)).isEqualTo(MarkedText.PLACEHOLDER);
        }
    }
}
