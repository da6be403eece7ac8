package uk.schoolgate.adapter.teams;

import java.time.Clock;
import java.util.Optional;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;

/**
 * What becomes of messages while Entra refuses how the bot is registered. One for a person goes another way at once; for a
 * group there is no other way, so that it waits until somebody has mended the registration.
 */
final class Registration {
    private final Memory memory;
    private final Intake intake;
    private final Clock clock;

    Registration(Memory memory, Intake intake, Clock clock) {
        this.memory = memory;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * The office hears of what is refused as not set up. Where only groups are written to, the first message of a day is
     * refused for that, and comes in again to be sent once more.
     *
     * @param what there is to mend
     * @param later for what waits
     */
    SendResult refused(Outgoing.Chat message, String what, SendResult.TryLater later) {
        SendResult refusal = new SendResult.NotSetUp(what);
        Optional<String> today = memory.refused(message.school(), what);
        if (message.to() instanceof Conversation.PrivateChat) {
            if (today.isEmpty()) {
                memory.rememberRefused(message.school(), what, message.id());
            }
            return refusal;
        }
        if (today.isPresent() && !today.get().equals(message.id())) {
            return later;
        }
        intake.accept(new Incoming.Returned(
                new EventId("teams:again:" + message.id()),
                message.school(),
                message,
                Optional.empty(),
                clock.instant()));
        memory.rememberRefused(message.school(), what, message.id());
        return refusal;
    }
}
