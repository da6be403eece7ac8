package uk.schoolgate.adapter.whatsapp.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.RecordingIntake;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** What waits until its reader writes. */
class WaitingRoomTest {
    private final SettableClock clock = SettableClock.onATuesday();
    private final WaitingRoom room = new WaitingRoom(new InMemoryNotebook(clock), clock);

    private static Outgoing.Chat message(String id) {
        return new Outgoing.Chat(
                id,
                Samples.CODE,
                new Conversation.PrivateChat(Platform.WHATSAPP, Samples.REP),
                Content.ofText("Look at " + id));
    }

    private List<String> comeIn(String cause, Runnable meanwhile) {
        RecordingIntake intake = new RecordingIntake();
        intake.then(came -> meanwhile.run());
        room.comeIn(Samples.CODE, Samples.REP, cause, intake);
        return intake.taken(Incoming.Returned.class).stream()
                .map(returned -> returned.message().id())
                .toList();
    }

    @Test
    void whatIsKeptWhileOthersComeInComesInNext() {
        room.keep(message("m1"), Samples.REP);
        room.keep(message("m2"), Samples.REP);
        assertThat(comeIn("SM1", () -> room.keep(message("m3"), Samples.REP))).containsExactly("m1", "m2");
        assertThat(comeIn("SM2", () -> {})).containsExactly("m3");
        assertThat(comeIn("SM3", () -> {})).isEmpty();
    }
}
