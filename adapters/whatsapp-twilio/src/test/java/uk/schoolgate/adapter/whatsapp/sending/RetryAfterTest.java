package uk.schoolgate.adapter.whatsapp.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long we wait when we are asked to. */
class RetryAfterTest {
    @Test
    void secondsAreTakenAtTheirWord() {
        assertThat(RetryAfter.of("0")).contains(Duration.ZERO);
        assertThat(RetryAfter.of("3600")).contains(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3601", "86400", "999999999999"})
    void nobodySilencesUsForMoreThanAnHour(String seconds) {
        assertThat(RetryAfter.of(seconds)).contains(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "Wed, 21 Oct 2026 07:28:00 GMT"})
    void anythingElseIsNotSaid(String value) {
        assertThat(RetryAfter.of(value)).isEmpty();
    }
}
