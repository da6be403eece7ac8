package uk.schoolgate.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.Samples;

class QueueTest {
    /** One busy partition would leave all other threads idle. */
    @Test
    void groupsWhoseAddressesLookAlikeDoNotShareAPartition() {
        long partitions = IntStream.range(0, 16)
                .mapToObj(i -> "CH" + (Integer.toHexString(i) + Integer.toHexString(15 - i)).repeat(16))
                .map(QueueTest::messageIn)
                .mapToInt(Queue::partitionOf)
                .distinct()
                .count();
        assertThat(partitions).isGreaterThanOrEqualTo(6);
    }

    private static Incoming messageIn(String address) {
        return new Incoming.Deleted(
                new EventId("1"),
                Samples.CODE,
                new Conversation.GroupChat(Platform.WHATSAPP, address),
                new EventId("0"),
                Samples.NOON);
    }
}
