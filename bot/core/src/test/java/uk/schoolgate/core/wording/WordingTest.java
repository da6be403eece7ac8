package uk.schoolgate.core.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.text.ListFile;

class WordingTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

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

    @ParameterizedTest
    @EnumSource
    void buttonLabelsFitEveryPlatform(Tongue tongue) {
        assertThat(Arrays.stream(Phrase.values())
                        .filter(phrase -> phrase.name().startsWith("BUTTON_"))
                        .map(Wording.in(tongue)::say))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.length()).isBetween(1, 20));
    }

    @ParameterizedTest
    @EnumSource
    void everyPhraseIsTranslatedOrWaitsForIt(Tongue tongue) {
        Set<String> waiting = Set.copyOf(ListFile.lines("/schoolgate/wording/untranslated.txt"));
        List<String> lacking = Arrays.stream(Phrase.values())
                .filter(phrase -> !phrase.isEnglishOnly() && !Wording.in(tongue).has(phrase))
                .map(Phrase::key)
                .filter(key -> !waiting.contains(key))
                .toList();
        assertThat(lacking)
                .as(
                        "translate these into prompts/wording/%s.properties, or list them in untranslated.txt",
                        tongue.code())
                .isEmpty();
        assertThat(Arrays.stream(Phrase.values()).map(Phrase::key)).containsAll(waiting);
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageFillsInTheSame(Tongue tongue) {
        for (Phrase phrase : Phrase.values()) {
            assertThat(placeholders(Wording.in(tongue).template(phrase)))
                    .as(phrase.key())
                    .isEqualTo(placeholders(wording.template(phrase)));
        }
    }

    private static List<String> placeholders(String template) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(MatchResult::group)
                .sorted()
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @CsvSource({"Polski,POLISH", "polish,POLISH", "اردو,URDU", "ROMÂNĂ,ROMANIAN", "العربية,ARABIC", "বাংলা.,BENGALI"})
    void aLanguageIsChosenByItsName(String words, Tongue tongue) {
        assertThat(Tongue.named(" " + words + " ")).contains(tongue);
        assertThat(Tongue.ofCode(tongue.code())).contains(tongue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Is there a Polish club?", "English homework", "?", "pl"})
    void otherWordsChooseNoLanguage(String words) {
        assertThat(Tongue.named(words)).isEmpty();
    }

    @Test
    void wordsOfAMachineAreMarkedAndEnglishIsNot() {
        assertThat(Wording.english().isDrafted()).isFalse();
        assertThat(Arrays.stream(Tongue.values()).filter(tongue -> tongue != Tongue.ENGLISH))
                .allMatch(tongue -> Wording.in(tongue).isDrafted());
    }

    @Test
    void datesAreInTheLanguage() {
        Instant at = Instant.parse("2026-11-03T12:00:00Z");
        assertThat(Titles.moment(wording, at)).isEqualTo("Tuesday 3 November 2026 at 12:00");
        assertThat(Titles.moment(Wording.in(Tongue.POLISH), at)).isEqualTo("wtorek 3 listopada 2026, 12:00");
    }

    @Test
    void whatWasSaidInEnglishIsSaidAgain() {
        Wording polish = Wording.in(Tongue.POLISH);
        assertThat(polish.sayAgain(wording.say(Phrase.WHY_THREAT))).isEqualTo(polish.say(Phrase.WHY_THREAT));
        assertThat(polish.sayAgain("Somebody's own words.")).isEqualTo("Somebody's own words.");
    }
}
