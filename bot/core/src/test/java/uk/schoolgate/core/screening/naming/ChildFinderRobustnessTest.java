package uk.schoolgate.core.screening.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.schoolgate.core.screening.naming.Finders.find;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.text.Span;

/** What the finder bears: any text, and long ones. */
class ChildFinderRobustnessTest {
    private static final List<String> PIECES = List.of(
            "Marcus",
            "'s",
            "’S",
            " ",
            ".",
            "*",
            "🙂",
            "@",
            "\uD83D",
            "\uDE42",
            "\u202E",
            "שלום",
            "مرحبا",
            "ß",
            "æ",
            "ﬁ",
            "𝓼",
            "\u200B",
            "\u0301",
            "-",
            "'",
            "in ",
            "year 3",
            "5",
            "Otter",
            "Gregory Quigley",
            "boy",
            "Mrs ",
            "of ",
            "🇬",
            "🇧",
            "\n",
            "!",
            "?",
            "a",
            "B",
            "I",
            "İ",
            "ı",
            "ǅ",
            "\u0000",
            "N.Q.",
            "Lily",
            "Mae",
            "\uFFFF",
            "$",
            "0",
            "|");

    private static final AtomicLong LOOKED_UP = new AtomicLong();
    private static final ChildFinder COUNTING = new ChildFinder(
            new Roll(
                    List.of(new Pupil("M1", "Marcus", "Quigley", Optional.empty(), "3", Finders.OTTER)),
                    List.of(),
                    List.of()),
            word -> counted(word) && Finders.WORDS.contains(word),
            word -> counted(word) ? Finders.SOUNDS.of(word) : "");

    private static boolean counted(String word) {
        LOOKED_UP.addAndGet(1 + word.length());
        return true;
    }

    @RepeatedTest(300)
    void noTextMakesItFailAndEverySpanSaysWhatStandsThere(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            boolean anyChar = random.nextInt(5) == 0;
            text.append(anyChar ? (char) random.nextInt(0x10000) : PIECES.get(random.nextInt(PIECES.size())));
        }
        String message = text.toString();
        int last = 0;
        for (ChildSighting sighting : find(message)) {
            Span span = sighting.span();
            assertThat(span.text()).isEqualTo(message.substring(span.start(), span.end()));
            assertThat(span.start()).isGreaterThanOrEqualTo(last);
            last = span.end();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\uD83D", "'", "''s", "🇬🇧", ".", "'s's's", "-", "@", "*", "\u0301"})
    void nothingIsSeenInNothing(String text) {
        assertThat(find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a ",
                "M*",
                "M a ",
                "Marcus ",
                "marcusx ",
                "Mar-",
                "Gregory Quigley's ",
                "l'",
                "N.Q.",
                "Zq",
                "🙂",
                "a🙂",
                "0",
                "Nathaniel Quigleyy in year ",
                "xxyz ",
                "M*r ",
                "Мar "
            })
    void aLongTextTakesWorkInProportionToItsLength(String piece) {
        long some = work(piece.repeat(6_000 / piece.length()));
        long tenfold = work(piece.repeat(60_000 / piece.length()));
        assertThat(tenfold).isLessThanOrEqualTo(some * 11 + 1_000);
    }

    /** How many letters are looked up, which is what all else goes with. */
    private static long work(String text) {
        LOOKED_UP.set(0);
        COUNTING.find(text, Finders.sentences(text), Finders.SOMEBODY, Set.of(Finders.OTTER), List.of());
        return LOOKED_UP.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a*", "M a r ", "Marcus's boy in year ", "ab-", "x.y.", "ɐ", "𝓶", "🙂a"})
    void sixtyThousandCharsAreNoTrouble(String piece) {
        String text = piece.repeat(60_000 / piece.length());
        long start = System.nanoTime();
        find(text);
        // Quadratic work would take minutes.
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
}
