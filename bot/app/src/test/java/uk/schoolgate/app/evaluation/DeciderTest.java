package uk.schoolgate.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeciderTest {
    private static final Decider DECIDER = Decider.of("Dogs, except guide dogs, don’t come in.");

    @Test
    void itIsFoundInWhateverHoldsItsWordsInTheirOrder() {
        assertThat(DECIDER.isIn("Our rules:\n• DOGS - except guide dogs - don't\ncome in; cats do."))
                .isTrue();
    }

    @Test
    void itIsNotFoundWhereAWordIsMissingOrMoved() {
        assertThat(DECIDER.isIn("Dogs, except guide dogs, come in.")).isFalse();
        assertThat(DECIDER.isIn("Guide dogs, except dogs, don't come in.")).isFalse();
        assertThat(DECIDER.isIn("Dogs")).isFalse();
    }

    @Test
    void itsFormHasNothingOfTheWordsAndIsReadBack() {
        assertThat(DECIDER.form()).matches("7:[0-9a-f]{16}");
        assertThat(Decider.parse(DECIDER.form())).isEqualTo(DECIDER);
    }

    @Test
    void whatIsNoDeciderIsRefused() {
        assertThatThrownBy(() -> Decider.parse("seven")).hasMessageContaining("words:hash");
        assertThatThrownBy(() -> Decider.of("…")).hasMessageContaining("without words");
    }
}
