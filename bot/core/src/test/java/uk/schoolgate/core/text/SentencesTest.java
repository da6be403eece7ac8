package uk.schoolgate.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    private static List<String> texts(String text) {
        return Sentences.of(FoldedText.of(text)).stream().map(Sentence::text).toList();
    }

    @Test
    void sentencesEndAtMarksAndLineEnds() {
        assertThat(texts("One two. Three! Four? five\nsix")).containsExactly("One two", "Three", "Four", "five", "six");
    }

    @Test
    void aTitleDoesNotEndASentence() {
        assertThat(texts("I saw Mrs. Patel and Mr. Fielding at 8.40. All fine."))
                .containsExactly("I saw Mrs. Patel and Mr. Fielding at 8.40", "All fine");
    }

    @Test
    void wordsKeepApostrophesAndHyphens() {
        List<Word> words =
                Sentences.of(FoldedText.of("O'Neill's Ellie-Mae")).getFirst().words();
        assertThat(words).extracting(Word::folded).containsExactly("o'neill's", "ellie-mae");
        assertThat(words.getFirst().stem()).isEqualTo("o'neill");
    }

    @Test
    void aSignInsideAWordEndsNoSentence() {
        assertThat(texts("that Al!ce again! And Al?ce")).containsExactly("that Al!ce again", "And Al?ce");
    }

    @Test
    void anEmojiPartsWordsButNoSentence() {
        List<Word> words =
                Sentences.of(FoldedText.of("Ol🙂lie left")).getFirst().words();
        assertThat(words).extracting(Word::folded).containsExactly("ol", "lie", "left");
    }

    @ParameterizedTest
    @CsvSource({
        "🅾🅻🅻🅸🅴, true, true",
        "𝓞𝓵𝓵𝓲𝓮, true, false",
        "ᴏʟʟɪᴇ, false, false",
        "OLLIE, true, true",
        "Ollie, true, false"
    })
    void styledLettersHaveCapitalsToo(String text, boolean capital, boolean shouted) {
        Word word = Sentences.of(FoldedText.of(text)).getFirst().words().getFirst();
        assertThat(word.capital()).isEqualTo(capital);
        assertThat(word.shouted()).isEqualTo(shouted);
    }

    @ParameterizedTest
    @CsvSource({"Ollie's, ollie", "Ollie’ll, ollie", "we've, we", "O'Neill, o'neill", "D'Arcy's, d'arcy", "don't, don't"
    })
    void aStemIsTheWordWithoutPossessiveOrContractedVerb(String text, String stem) {
        Word word = Sentences.of(FoldedText.of(text)).getFirst().words().getFirst();
        assertThat(word.stem()).isEqualTo(stem);
    }

    @Test
    void aTextWithoutWordsHasNoSentence() {
        assertThat(texts("🙂 … !!")).isEmpty();
    }
}
