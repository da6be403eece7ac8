package uk.schoolgate.core.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.wording.Phrase;

/** What follows when a message cannot reach its reader: another way to them, and the next person in line. */
final class LostMessages {
    /** Longer than an urgent word takes from one repetition to the next. */
    private static final Duration REMEMBERED = Duration.ofHours(12);

    private final Casebook casebook;
    private final Directory directory;

    /** @param directory knows addresses of people who are not on the staff list */
    LostMessages(Casebook casebook, Directory directory) {
        this.casebook = casebook;
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
            another(desk, message, returned.lost().get(), returned.at(), commit);
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
     * word goes by chat and by e-mail anyway; when one of the two fails, the deputies are told without waiting. Of any other
     * e-mail that is lost a person hears in chat.
     *
     * @param reason without names, numbers or text
     */
    void another(SchoolDesk desk, Outgoing item, String reason, Instant now, Commit.Builder commit) {
        Optional<ConcernId> urgent = OutgoingIds.urgentOf(item);
        if (urgent.isPresent()) {
            notTold(desk, item, urgent.get(), now, commit);
        } else if (item instanceof Outgoing.Chat chat) {
            anotherWay(desk, chat, now, commit);
        } else if (item instanceof Outgoing.Letter letter) {
            noWay(desk, letter, reason, now, commit);
        }
    }

    /** Of an incident's own e-mail its ledger knows, and the head is told by its reference. */
    private static void noWay(
            SchoolDesk desk, Outgoing.Letter letter, String reason, Instant now, Commit.Builder commit) {
        if (OutgoingIds.incidentOf(letter).isPresent()) {
            return;
        }
        commit.record(new AuditEvent(AuditEvent.BOT, "letter.dead", "", reason));
        if (!OutgoingIds.isAlarm(letter)) {
            String subject = letter.mail().subject();
            Content words =
                    Content.ofText(desk.wording().say(Phrase.MAIL_LETTER_LOST, "subject", subject, "reason", reason));
            Alarms.byChat(desk, readerOf(desk, letter), "letter:" + letter.id() + ":" + now, words, commit);
        }
    }

    /** The head, but for what was for the safeguarding lead, who alone hears of it. */
    private static PersonId readerOf(SchoolDesk desk, Outgoing.Letter letter) {
        School school = desk.school();
        return staffReaderOf(desk, letter)
                .filter(school.safeguardingLead()::equals)
                .orElse(school.headteacher());
    }

    /**
     * An urgent word goes by chat and by e-mail. When its e-mail is lost the deputies are told without waiting; who is
     * reached by neither is not reached.
     */
    private void notTold(SchoolDesk desk, Outgoing item, ConcernId concern, Instant now, Commit.Builder commit) {
        Optional<PersonId> person = readerOf(desk, item);
        boolean chatOnly =
                item instanceof Outgoing.Chat && person.flatMap(desk::emailOf).isEmpty();
        String ways = "not-told:" + concern.value() + ":"
                + Integer.toHexString(person.map(PersonId::value).orElse("").hashCode()) + ":";
        String way = item instanceof Outgoing.Letter ? "mail" : "chat";
        String other = item instanceof Outgoing.Letter ? "chat" : "mail";
        if (!casebook.hasMark(item.school(), ways + way)) {
            commit.mark(ways + way, REMEMBERED);
        }
        if (item instanceof Outgoing.Letter) {
            EventId id = new EventId("not-told:" + item.id());
            String step = ConcernEvent.Step.TELL_DEPUTIES.name();
            commit.wake(new Incoming.Alarm(id, item.school(), concern.value(), step, now));
        }
        if (chatOnly || item instanceof Outgoing.Letter) {
            commit.record(new AuditEvent(AuditEvent.BOT, "contact.not-told", concern.value(), ""));
        }
        if (chatOnly || casebook.hasMark(item.school(), ways + other)) {
            person.ifPresent(it -> commit.wake(ReviewDesk.notReached(item, concern, it, now)));
        }
    }

    private static Optional<PersonId> readerOf(SchoolDesk desk, Outgoing item) {
        return switch (item) {
            case Outgoing.Chat chat ->
                chat.to() instanceof Conversation.PrivateChat(var _, PersonId person)
                        ? Optional.of(person)
                        : Optional.empty();
            case Outgoing.Letter letter -> staffReaderOf(desk, letter);
            case Outgoing.Erasure _ -> Optional.empty();
        };
    }

    private static Optional<PersonId> staffReaderOf(SchoolDesk desk, Outgoing.Letter letter) {
        return switch (letter.addressee()) {
            case Addressee.Staff(PersonId person) -> Optional.of(person);
            // So is what was stored before letters said whom they are for: then the address tells.
            case Addressee.Unlisted() ->
                desk.roll().staff().stream()
                        .filter(member ->
                                member.email().equals(Optional.of(letter.mail().to())))
                        .map(StaffMember::id)
                        .findFirst();
            case Addressee.Complaints(), Addressee.Office() -> Optional.empty();
        };
    }

    private void anotherWay(SchoolDesk desk, Outgoing.Chat chat, Instant now, Commit.Builder commit) {
        if (!(chat.to() instanceof Conversation.PrivateChat(var platform, PersonId person))) {
            return;
        }
        Optional<String> listed = desk.emailOf(person);
        if (listed.isPresent()) {
            commit.send(insteadOf(chat, desk, person, new Addressee.Staff(person), listed.get()));
        } else if (!chat.content().staffAlone()) {
            // The staff list vouches for its addresses alone: what staff alone may read goes to no other.
            directory
                    .emailOf(chat.school(), person)
                    .ifPresent(shown -> commit.send(insteadOf(chat, desk, person, new Addressee.Unlisted(), shown)));
        }
        chat.content().buttons().stream()
                .map(Button::action)
                .flatMap(action -> ConcernAction.parse(action).stream())
                .filter(action -> action.verb() == ConcernAction.Verb.HAND_OVER)
                .findFirst()
                .ifPresent(action -> commit.wake(ReviewDesk.notReached(chat, action.concern(), person, now)));
    }

    private static Outgoing.Letter insteadOf(
            Outgoing.Chat chat, SchoolDesk desk, PersonId person, Addressee addressee, String address) {
        return new Outgoing.Letter(
                chat.id() + "/mail",
                chat.school(),
                addressee,
                desk.letters().insteadOfChat(chat.id(), address, person, chat.content()));
    }
}
