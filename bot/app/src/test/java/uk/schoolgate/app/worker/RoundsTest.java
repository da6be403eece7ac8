package uk.schoolgate.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void theyGoOnAfterOneThatFailedUntilTheyAreStopped() throws Exception {
        CountDownLatch gone = new CountDownLatch(3);
        Rounds rounds = new Rounds("test-rounds", Duration.ZERO, Duration.ofMillis(1), () -> {
            gone.countDown();
            throw new IllegalStateException("each of them");
        });
        assertThat(rounds.isRunning()).isFalse();
        rounds.start();
        assertThat(rounds.isRunning()).isTrue();
        assertThat(gone.await(20, TimeUnit.SECONDS))
                .as("three rounds were gone")
                .isTrue();
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
    }
}
