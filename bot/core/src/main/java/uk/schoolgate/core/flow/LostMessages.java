package uk.schoolgate.core.flow;

import java.time.Instant;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;

/** What follows when a message cannot reach its reader: another way to them, and the next person in line. */
final class LostMessages {
    private final Directory directory;

    /** @param directory knows addresses of people who are not on the staff list */
    LostMessages(Directory directory) {
        this.directory = directory;
    }

    /** What follows from a message that came back, or that has a way to its reader now. */
    Commit handle(SchoolDesk desk, Incoming.Returned returned) {
        Commit.Builder commit = new Commit.Builder(returned.school());
        Outgoing.Chat message = returned.message();
        if (returned.lost().isEmpty()) {
            commit.send(new Outgoing.Chat(
                    idOf(returned), message.school(), message.to(), message.content(), message.placement()));
        } else {
            another(desk, message, returned.at(), commit);
        }
        return commit.build();
    }

    /** A new id, under which an urgent word is still known as one. */
    private static String idOf(Incoming.Returned returned) {
        String id = returned.id().value();
        return OutgoingIds.urgentOf(returned.message())
                .map(concern -> OutgoingIds.urgent(concern, id))
                .orElse(id + "/0");
    }

    /**
     * The same words by e-mail where there is an address, and for a reviewer's card the next reviewer at once. An urgent
     * word goes by chat and by e-mail anyway; when one of the two fails, the deputies are told without waiting.
     */
    void another(SchoolDesk desk, Outgoing item, Instant now, Commit.Builder commit) {
        Optional<ConcernId> urgent = OutgoingIds.urgentOf(item);
        if (urgent.isPresent()) {
            notTold(desk, item, urgent.get(), now, commit);
        } else if (item instanceof Outgoing.Chat chat) {
            anotherWay(desk, chat, now, commit);
        }
    }

    private static void notTold(SchoolDesk desk, Outgoing item, ConcernId concern, Instant now, Commit.Builder commit) {
        boolean byMail = item instanceof Outgoing.Chat chat
                && chat.to() instanceof Conversation.PrivateChat(var platform, PersonId person)
                && desk.emailOf(person).isPresent();
        if (!byMail) {
            EventId id = new EventId("not-told:" + item.id());
            String step = ConcernEvent.Step.TELL_DEPUTIES.name();
            commit.wake(new Incoming.Alarm(id, item.school(), concern.value(), step, now));
            commit.record(new AuditEvent(AuditEvent.BOT, "contact.not-told", concern.value(), ""));
        }
    }

    private void anotherWay(SchoolDesk desk, Outgoing.Chat chat, Instant now, Commit.Builder commit) {
        if (!(chat.to() instanceof Conversation.PrivateChat(var platform, PersonId person))) {
            return;
        }
        desk.emailOf(person)
                .or(() -> directory.emailOf(chat.school(), person))
                .ifPresent(email -> commit.send(new Outgoing.Letter(
                        chat.id() + "/mail",
                        chat.school(),
                        desk.letters().insteadOfChat(chat.id(), email, chat.content()))));
        chat.content().buttons().stream()
                .map(Button::action)
                .flatMap(action -> ConcernAction.parse(action).stream())
                .filter(action -> action.verb() == ConcernAction.Verb.HAND_OVER)
                .findFirst()
                .ifPresent(action -> commit.wake(askNext(chat, action, now)));
    }

    private static Incoming.Alarm askNext(Outgoing.Chat chat, ConcernAction action, Instant now) {
        return new Incoming.Alarm(
                new EventId("alarm:lost:" + chat.id()),
                chat.school(),
                action.concern().value(),
                ConcernEvent.Step.ASK_NEXT.name(),
                now);
    }
}
