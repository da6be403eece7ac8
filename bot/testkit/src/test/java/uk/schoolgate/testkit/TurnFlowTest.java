package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.SendResult;

/** What has to wait for its turn waits for that alone, and is no failure. */
class TurnFlowTest {
    private static final Duration A_TURN = Duration.ofMillis(40);

    private final SmallBot bot = new SmallBot();

    private int notices() {
        return bot.whatsApp.toPerson(Samples.PARENT).size();
    }

    @Test
    void itIsTriedAsSoonAsItIsItsTurn() {
        bot.whatsApp.failWith(new SendResult.NotTried("our own pace", A_TURN));
        bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.whatsApp.work();
        bot.wait(A_TURN);
        assertThat(notices()).isEqualTo(1);
    }

    @Test
    void hoursOfWaitingForItsTurnUseUpNoAttempt() {
        bot.whatsApp.failWith(new SendResult.NotTried("our own pace", Duration.ofSeconds(10)));
        bot.post(Samples.PARENT, SmallBot.ATTACK);
        for (int i = 0; i < 1_000; i++) {
            bot.wait(Duration.ofSeconds(10));
        }
        bot.whatsApp.failWith(new SendResult.TryLater("busy", Optional.empty()));
        bot.wait(Duration.ofSeconds(10));
        bot.whatsApp.work();
        bot.wait(Duration.ofSeconds(5));
        assertThat(notices()).as("the first failure has the shortest pause").isEqualTo(1);
    }
}
