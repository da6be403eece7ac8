package uk.schoolgate.core.screening.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffFinderFuzzTest {
    private static final String[] PIECES = {
        "Mrs Thackeray", "mrs ", "Mr. P", "Miss", " the head", " teacher", "of ", "in ", "Otter", "'s", "*", "@", "!",
                ". ",
        "T h a c", "4", " on reception", "woman", "year 5", "\u200B", "\u202E", "\uD800", "🙂", "ﬁ", "İ", "\n", " ", "-"
    };

    private static void assertSpansSayWhatTheyPointAt(String message) {
        List<StaffSighting> found = SmallSchool.find(message, SmallSchool.BADGER);
        int last = 0;
        for (StaffSighting sighting : found) {
            int start = sighting.span().start();
            assertThat(message.substring(start, sighting.span().end()))
                    .isEqualTo(sighting.span().text());
            assertThat(start).isGreaterThanOrEqualTo(last);
            last = sighting.span().end();
        }
    }

    @RepeatedTest(300)
    void namesAndRolesInPieces(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        assertSpansSayWhatTheyPointAt(text.toString());
    }

    @RepeatedTest(100)
    void anyCharsAtAll(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(300); i > 0; i--) {
            boolean any = random.nextInt(3) == 0;
            text.append(any ? (char) random.nextInt(0x10000) : PIECES[random.nextInt(PIECES.length)]);
        }
        assertSpansSayWhatTheyPointAt(text.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "Mrs ", "mr a*b ", "P ", "the head ", "the useless ", "\uD800", "Mrs T* ", "year "})
    void nothingOneAndHugeTexts(String piece) {
        assertSpansSayWhatTheyPointAt(piece);
        assertSpansSayWhatTheyPointAt(piece.repeat(60_000 / Math.max(1, piece.length())));
    }
}
