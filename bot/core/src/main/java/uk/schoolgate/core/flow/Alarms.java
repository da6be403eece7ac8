package uk.schoolgate.core.flow;

import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;

/** Tells somebody who answers for the school that something did not get done, in words without content. */
final class Alarms {
    private Alarms() {}

    /**
     * By chat; where that cannot reach them, the same words go by e-mail.
     *
     * @param occasion tells it from every other alarm
     */
    static void byChat(SchoolDesk desk, PersonId reader, String occasion, Content content, Commit.Builder commit) {
        commit.send(new Outgoing.Chat(
                OutgoingIds.alarm(occasion), desk.school().code(), EffectWriter.chatOf(reader), content));
    }

    /** By chat and by e-mail at once, where the roll gives an address. */
    static void bothWays(SchoolDesk desk, PersonId reader, String occasion, Content content, Commit.Builder commit) {
        byChat(desk, reader, occasion, content, commit);
        String letter = occasion + ":letter";
        desk.emailOf(reader)
                .ifPresent(email -> commit.send(new Outgoing.Letter(
                        OutgoingIds.alarm(letter),
                        desk.school().code(),
                        new Addressee.Staff(reader),
                        desk.letters().insteadOfChat(letter, email, reader, content))));
    }
}
