package uk.schoolgate.adapter.whatsapp.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that are longer than a message may be. */
class MessageTextTest {
    private static List<String> split(String text) {
        List<String> pieces = MessageText.split(text, MessageText.LONGEST);
        assertThat(pieces)
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(piece.length()).isBetween(1, 1600));
        return pieces;
    }

    @Test
    void sentencesStayWhole() {
        String text = "Is this a sentence of some length? It is, by 4.30 p.m. at any rate! "
                .repeat(70)
                .strip();
        List<String> pieces = split(text);
        assertThat(pieces).hasSize(3).allSatisfy(piece -> assertThat(piece).matches("(?s).*[?!.]"));
        assertThat(String.join(" ", pieces)).isEqualTo(text);
    }

    @Test
    void withoutSentencesWordsStayWhole() {
        String text = "word and word again ".repeat(200).strip();
        List<String> pieces = split(text);
        assertThat(pieces)
                .hasSize(3)
                .allSatisfy(piece -> assertThat(piece).matches("(?s)(word|and|again).*(word|and|again)"));
        assertThat(String.join(" ", pieces)).isEqualTo(text);
    }

    @Test
    void withoutWordsCharactersStayWhole() {
        // Eight chars; with one before them a cut at 1,600 would fall into the midst of a family.
        String family = "👩\u200d👧\u200d👦";
        List<String> pieces = split("a" + family.repeat(600));
        assertThat(String.join("", pieces)).isEqualTo("a" + family.repeat(600));
        assertThat(pieces)
                .hasSizeGreaterThan(2)
                .allSatisfy(piece -> assertThat(piece).matches("a?(" + family + ")+"));
    }

    @Test
    void aQuoteThatGoesOnIsStillMarkedAsOne() {
        String clause = "Phones stay in bags until the last bell of the day has rung. "
                .repeat(40)
                .strip();
        List<String> pieces =
                split("It depends. The policy says:\n\n> " + clause + "\n— Phones, page 2\n\nAsk the office.");
        assertThat(pieces)
                .hasSize(2)
                .last()
                .asString()
                .startsWith("> Phones stay")
                .contains("\n— Phones, page 2\n\nAsk");
        assertThat(split("> " + "a".repeat(2000))).hasSize(2).last().asString().matches("> a+");
        assertThat(split("> " + "A line. ".repeat(190).strip() + "\n> "
                        + "Bags. ".repeat(20).strip()))
                .last()
                .asString()
                .startsWith("> Bags. Bags.");
    }

    @Test
    void whatFitsExactlyIsOnePieceAndOneMoreIsTwo() {
        String full = "a".repeat(1599) + ".";
        assertThat(split(full)).containsExactly(full);
        assertThat(split(full + " b")).containsExactly(full, "b");
        assertThat(MessageText.split("  ", MessageText.LONGEST)).isEmpty();
    }
}
