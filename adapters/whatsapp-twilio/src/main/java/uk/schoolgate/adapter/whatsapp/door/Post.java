package uk.schoolgate.adapter.whatsapp.door;

import java.util.List;
import uk.schoolgate.adapter.whatsapp.ServedSchools.Served;
import uk.schoolgate.adapter.whatsapp.people.HeldMessages;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/**
 * A message on its way through a hosted group.
 *
 * @param text as it was written
 * @param evidence the same, and a note where it may have been cut
 */
record Post(
        Served served, String group, PersonId author, String name, String text, String evidence, List<Media> media) {
    SchoolCode school() {
        return served.school().code();
    }

    String fingerprint() {
        return HeldMessages.fingerprint(group, author, text + media.size());
    }

    GroupChat chat() {
        return new GroupChat(Platform.WHATSAPP, group);
    }
}
