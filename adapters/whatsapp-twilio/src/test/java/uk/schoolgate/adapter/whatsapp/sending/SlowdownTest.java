package uk.schoolgate.adapter.whatsapp.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** How long a number of ours rests that was too fast. */
class SlowdownTest {
    private static final String LINE = "+441632960002";
    private static final String GROUP = "+441632960001";
    private static final Optional<Duration> NOT_SAID = Optional.empty();
    /** A rest is at most half as long again, and a little. */
    private static final double JITTER = 1.6;

    private final SettableClock clock = SettableClock.onATuesday();
    private final InMemoryNotebook notebook = new InMemoryNotebook(clock);
    private final Slowdown slowdown = newSlowdown();

    private Slowdown newSlowdown() {
        ServedSchools schools = () -> List.of(new ServedSchools.Served(Samples.school(), Samples.roll()));
        return new Slowdown(notebook, schools, clock);
    }

    private Duration restTo(Duration asked) {
        return slowdown.tooFast(Samples.CODE, LINE, Optional.of(asked));
    }

    @Test
    void aNumberRestsAsLongAsTwilioAskedAndNotMuchLonger() {
        assertThat(slowdown.left(Samples.CODE, LINE)).isEmpty();
        Duration rest = restTo(Duration.ofSeconds(30));
        assertThat(rest).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(46));
        clock.advance(Duration.ofSeconds(29));
        assertThat(slowdown.left(Samples.CODE, LINE)).isPresent();
        assertThat(slowdown.left(Samples.CODE, GROUP)).isEmpty();
        clock.advance(rest.minusSeconds(29));
        assertThat(slowdown.left(Samples.CODE, LINE)).isEmpty();
    }

    @Test
    void eachTimeInARowTheRestIsTwiceAsLongUpToAQuarterOfAnHour() {
        List<Duration> rests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Duration rest = slowdown.tooFast(Samples.CODE, LINE, NOT_SAID);
            rests.add(rest);
            clock.advance(rest.plusSeconds(1));
        }
        for (int i = 0; i < rests.size(); i++) {
            long least = Math.min(2L << i, 900);
            assertThat(rests.get(i))
                    .isBetween(Duration.ofSeconds(least), Duration.ofMillis((long) (least * 1000 * JITTER)));
        }
        clock.advance(Duration.ofMinutes(11));
        assertThat(slowdown.tooFast(Samples.CODE, LINE, NOT_SAID))
                .as("after a quiet time")
                .isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void whatIsSaidOfManyMessagesDuringOneRestCountsOnce() {
        for (int i = 0; i < 50; i++) {
            assertThat(slowdown.tooFast(Samples.CODE, LINE, NOT_SAID)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aLongerRestThatTwilioAsksForCounts() {
        restTo(Duration.ofSeconds(5));
        restTo(Duration.ofSeconds(60));
        restTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(59));
        assertThat(slowdown.left(Samples.CODE, LINE)).isPresent();
    }

    @Test
    void theNumberRestsForEverySchoolAndEveryBotOfThisStore() {
        slowdown.tooFast(new SchoolCode("OTH"), LINE, Optional.of(Duration.ofSeconds(30)));
        assertThat(newSlowdown().left(Samples.CODE, LINE)).isPresent();
        assertThat(newSlowdown().left(new SchoolCode("OTH"), LINE)).isPresent();
    }
}
