package uk.schoolgate.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
    void aTextWithoutWordsHasNoSentence() {
        assertThat(texts("🙂 … !!")).isEmpty();
    }
}
