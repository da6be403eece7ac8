package uk.schoolgate.adapter.whatsapp.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.schoolgate.testkit.SettableClock;

class PaceTest {
    private static final String GROUP = "+441632960001";
    private static final String LINE = "+441632960002";

    private final SettableClock clock = SettableClock.onATuesday();
    private final Pace pace = new Pace(40, clock);

    private int takenAtOnce(String number) {
        int taken = 0;
        while (pace.take(number).isEmpty()) {
            taken++;
        }
        return taken;
    }

    @Test
    void afterABurstANumberSendsFortyASecond() {
        int burst = takenAtOnce(LINE);
        assertThat(burst).isBetween(20, 22);
        int taken = 0;
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofMillis(100));
            taken += takenAtOnce(LINE);
        }
        assertThat(taken).as("in ten seconds").isBetween(395, 405);
    }

    @Test
    void oneNumberDoesNotHoldUpTheOther() {
        takenAtOnce(LINE);
        assertThat(pace.take(LINE))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1)));
        assertThat(pace.take(GROUP)).isEmpty();
    }
}
