package uk.schoolgate.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {
    @ParameterizedTest
    @CsvSource({
        "OLLIE, ollie",
        "Zoë, zoe",
        "Łucja, lucja",
        "Ştefan, stefan",
        "Íñigo, inigo",
        "О\u200Bllie, ollie",
        "Оllіе, ollie",
        "Ｏｌｌｉｅ, ollie",
        "o\u00ADllie, ollie",
        "O’Neill, o'neill",
        "Yılmaz, yilmaz",
        "Ærøskøbing, aeroskobing",
        "Œuvre, oeuvre",
        "Strauß, strauss",
        "Þóra, thora",
        "🅾🅻🅻🅸🅴, ollie",
        "🄾🄻🄻🄸🄴, ollie",
        "🅞🅛🅛🅘🅔, ollie",
        "ⓞⓛⓛⓘⓔ, ollie",
        "🇴🇱🇱🇮🇪, ollie",
        "🇴 🇱 🇱 🇮 🇪, o l l i e",
        "ᴏʟʟɪᴇ, ollie",
        "ollᴉǝ, ollie",
        "𝔒𝔩𝔩𝔦𝔢, ollie",
        "ОLLІЕ, ollie",
        "ΜΑΧ, max",
        "ƓøđfŕɇƁ, godfreb"
    })
    void whatLooksAlikeIsAlike(String written, String folded) {
        assertThat(FoldedText.fold(written)).isEqualTo(folded);
    }

    @Test
    void aFlagIsNoLetters() {
        assertThat(Sentences.of(FoldedText.of("Ollie🇬🇧 won")).getFirst().words())
                .extracting(Word::folded)
                .containsExactly("ollie", "won");
    }

    @ParameterizedTest
    @CsvSource({"Maß, ß, ss", "Ælf, Æ, ae", "a🅾b, 🅾, o", "x🇦b, 🇦, a"})
    void whatOneLetterBecomesLeadsBackToIt(String text, String letter, String folded) {
        FoldedText it = FoldedText.of(text);
        int at = it.folded().indexOf(folded);
        int end = at + folded.length();
        assertThat(text.substring(it.originalStart(at), it.originalEnd(end))).isEqualTo(letter);
    }

    @Test
    void everyFoldedCharKnowsWhereItCameFrom() {
        FoldedText text = FoldedText.of("a\u200BÉ🙂ﬁx");
        assertThat(text.folded()).startsWith("ae").endsWith("fix");
        int f = text.folded().indexOf('f');
        assertThat(text.original().substring(text.originalStart(f), text.originalEnd(f + 2)))
                .isEqualTo("ﬁ");
        assertThat(text.original().substring(text.originalStart(1), text.originalEnd(2)))
                .isEqualTo("É");
    }

    @RepeatedTest(200)
    void noTextMakesItFailAndEveryWordStandsWhereItSays(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(300);
        for (int i = 0; i < length; i++) {
            // Any char at all, lone surrogates and right-to-left marks included.
            text.append(random.nextInt(3) == 0 ? (char) random.nextInt(0x10000) : (char) (32 + random.nextInt(95)));
        }
        String original = text.toString();
        List<Sentence> sentences = Sentences.of(FoldedText.of(original));
        for (Sentence sentence : sentences) {
            assertThat(sentence.text()).isEqualTo(original.substring(sentence.start(), sentence.end()));
            for (Word word : sentence.words()) {
                String there = original.substring(word.start(), word.end());
                // One char can fold to several, and a word may begin or end among them.
                assertThat(FoldedText.fold(there)).contains(word.folded());
            }
        }
    }

    @Test
    void sixtyThousandCharsTakeNoTime() {
        String text = "aé🙂 o'x. ".repeat(7_500);
        long start = System.nanoTime();
        assertThat(Sentences.of(FoldedText.of(text))).isNotEmpty();
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }
}
