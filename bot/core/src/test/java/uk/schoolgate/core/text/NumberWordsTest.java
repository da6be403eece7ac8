package uk.schoolgate.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberWordsTest {
    @Test
    void wordsFromOneToTwentyHaveTheirValue() {
        assertThat(NumberWords.valueOf("one")).hasValue(1);
        assertThat(NumberWords.valueOf("Twelve")).hasValue(12);
        assertThat(NumberWords.valueOf("twenty")).hasValue(20);
    }

    @Test
    void otherWordsHaveNone() {
        assertThat(NumberWords.valueOf("none")).isEmpty();
        assertThat(NumberWords.valueOf("7")).isEmpty();
        assertThat(NumberWords.valueOf("")).isEmpty();
    }
}
