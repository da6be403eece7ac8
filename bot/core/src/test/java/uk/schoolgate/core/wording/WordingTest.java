package uk.schoolgate.core.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final Wording wording = Wording.english();

    @Test
    void placeholdersAreFilledInOnce() {
        assertThat(wording.say(Phrase.CARD_HANDED_OVER, "reference", "{reference} $1 \\"))
                .contains("as {reference} $1 \\.");
    }

    @Test
    void aMissingValueIsNoticed() {
        assertThatThrownBy(() -> wording.say(Phrase.CARD_HANDED_OVER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reference");
    }

    @Test
    void buttonLabelsFitEveryPlatform() {
        assertThat(Arrays.stream(Phrase.values())
                        .filter(phrase -> phrase.name().startsWith("BUTTON_"))
                        .map(wording::say))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.length()).isBetween(1, 20));
    }
}
