package uk.schoolgate.adapter.whatsapp.door;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.SchoolCode;

/** What the door deals with by itself, of which no worker would hear: Twilio keeps copies of that too. */
final class DealtWithHere {
    private final Intake intake;
    private final TwilioAccount account;
    private final Clock clock;

    DealtWithHere(Intake intake, TwilioAccount account, Clock clock) {
        this.intake = intake;
        this.account = account;
        this.clock = clock;
    }

    /** A message to the private line, or one of ours out of it. */
    void message(SchoolCode school, String sid, List<Media> media) {
        erase(school, sid, Optional.empty(), media);
    }

    /** What came with a message to the private line whose words are taken in without it. */
    void attachments(SchoolCode school, String sid, List<Media> media) {
        if (!media.isEmpty()) {
            erase(school, sid + ":media", Optional.empty(), media);
        }
    }

    /** A message in a hosted group. */
    void post(SchoolCode school, GroupChat group, String sid) {
        erase(school, sid, Optional.of(group), List.of());
    }

    private void erase(SchoolCode school, String sid, Optional<GroupChat> group, List<Media> media) {
        if (account.eraseCopies()) {
            intake.accept(new Incoming.DealtWith(new EventId("twilio:" + sid), school, group, media, clock.instant()));
        }
    }
}
