package uk.schoolgate.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.schoolgate.adapter.teams.connector.Pace;
import uk.schoolgate.adapter.teams.connector.TooFastException;
import uk.schoolgate.testkit.SettableClock;

/** Teams' published rates: in a thread 7 in a second, 60 in 30 seconds, 1,800 in an hour; 30 in a second altogether. */
class PaceTest {
    private static final String THREAD = "19:staff@thread.tacv2;messageid=1";

    private final SettableClock clock = SettableClock.onATuesday();
    private final Pace pace = new Pace(clock);

    private void taken(int times, Duration apart) {
        for (int i = 0; i < times; i++) {
            assertThat(pace.take(THREAD)).as("call %d", i + 1).isEmpty();
            clock.advance(apart);
        }
    }

    @Test
    void sevenInASecond() {
        taken(7, Duration.ofMillis(100));
        assertThat(pace.take(THREAD)).contains(Duration.ofMillis(300));
        clock.advance(Duration.ofMillis(300));
        assertThat(pace.take(THREAD)).isEmpty();
        assertThat(pace.take(THREAD)).contains(Duration.ofMillis(100));
    }

    @Test
    void sixtyInThirtySeconds() {
        taken(60, Duration.ofMillis(200));
        assertThat(pace.take(THREAD)).contains(Duration.ofSeconds(18));
        assertThat(pace.take("another thread")).isEmpty();
        clock.advance(Duration.ofSeconds(18));
        assertThat(pace.take(THREAD)).isEmpty();
    }

    @Test
    void eighteenHundredInAnHour() {
        taken(1_800, Duration.ofSeconds(1));
        assertThat(pace.take(THREAD)).contains(Duration.ofMinutes(30));
        clock.advance(Duration.ofMinutes(30));
        assertThat(pace.take(THREAD)).isEmpty();
    }

    @Test
    void thirtyInASecondAltogether() {
        for (int i = 0; i < 30; i++) {
            assertThat(pace.take("thread " + i)).as("call %d", i + 1).isEmpty();
            clock.advance(Duration.ofMillis(10));
        }
        assertThat(pace.take("thread 30")).contains(Duration.ofMillis(700));
        clock.advance(Duration.ofMillis(700));
        assertThat(pace.take("thread 30")).isEmpty();
    }

    @Test
    void whoIsToldToWaitHasTakenNoPlace() {
        Instant start = clock.instant();
        taken(7, Duration.ZERO);
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> pace.require(THREAD))
                    .isInstanceOfSatisfying(
                            TooFastException.class,
                            tooFast -> assertThat(tooFast.pause()).isEqualTo(Duration.ofSeconds(1)));
        }
        assertThat(clock.instant()).isEqualTo(start);
        clock.advance(Duration.ofSeconds(1));
        taken(7, Duration.ZERO);
    }
}
