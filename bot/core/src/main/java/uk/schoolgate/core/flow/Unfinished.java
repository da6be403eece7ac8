package uk.schoolgate.core.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Circle;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;

/**
 * What follows when work on something that came in was given up: whoever wrote or pressed hears that nothing came of it,
 * somebody who answers for the school hears where to look, and what was due by the clock comes again.
 */
final class Unfinished {
    /** However much fails in one place, it is told once in that time. */
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);
    /** As often as an urgent word is repeated. */
    private static final Duration DUE_AGAIN_AFTER = Duration.ofMinutes(30);

    private final Casebook casebook;
    private final EffectWriter effects;
    private final Clock clock;

    Unfinished(Casebook casebook, EffectWriter effects, Clock clock) {
        this.casebook = casebook;
        this.effects = effects;
        this.clock = clock;
    }

    /** @param reason the kind of failure */
    Commit handle(SchoolDesk desk, Incoming item, String reason) {
        Commit.Builder commit = new Commit.Builder(item.school());
        Optional<String> concern = concernOf(item);
        String kind = item.getClass().getSimpleName();
        commit.record(new AuditEvent(AuditEvent.BOT, "work.given-up", concern.orElse(""), kind + ", " + reason));
        goOn(item, commit);
        tellSender(desk, item, commit);
        String mark = "given-up:" + kind + ":"
                + Integer.toHexString(concern.orElseGet(item::orderingKey).hashCode());
        if (!casebook.hasMark(item.school(), mark)) {
            commit.mark(mark, TOLD_AGAIN_AFTER);
            Content words = words(desk, item, reason);
            int number = 0;
            for (PersonId reader : readers(desk, concern)) {
                Alarms.bothWays(desk, reader, "given-up:" + item.id().value() + ":" + number++, words, commit);
            }
        }
        return commit.build();
    }

    private static Optional<String> concernOf(Incoming item) {
        return switch (item) {
            case Incoming.Alarm alarm
            when !LedgerDesk.isFor(alarm) && !WeeklyList.isFor(alarm) -> Optional.of(alarm.concern());
            case Incoming.Press press ->
                ConcernAction.parse(press.action())
                        .map(action -> action.concern().value());
            default -> Optional.empty();
        };
    }

    /** The head; but of what the head may not see, its contacts alone. */
    private List<PersonId> readers(SchoolDesk desk, Optional<String> concern) {
        PersonId head = desk.school().headteacher();
        try {
            return concern.flatMap(id -> casebook.concern(desk.school().code(), new ConcernId(id)))
                    .map(Concern::circle)
                    .filter(Circle::contactsAlone)
                    .map(Circle::contacts)
                    .orElse(List.of(head));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            // It cannot be read, so it may be about a child at risk.
            return List.of(desk.school().safeguardingLead());
        }
    }

    /** What the clock asks for is a chain: each link makes the next, so one that is lost would end it. */
    private void goOn(Incoming item, Commit.Builder commit) {
        Instant next = clock.instant().plus(DUE_AGAIN_AFTER);
        if (item instanceof Incoming.Alarm alarm) {
            EventId id = new EventId("again:" + alarm.concern() + ":" + alarm.step() + ":" + next);
            commit.wake(new Incoming.Alarm(id, alarm.school(), alarm.concern(), alarm.step(), next));
        } else if (item instanceof Incoming.Returned returned) {
            OutgoingIds.urgentOf(returned.message())
                    .ifPresent(concern -> commit.wake(new Incoming.Alarm(
                            new EventId("not-told:" + returned.id().value()),
                            returned.school(),
                            concern.value(),
                            ConcernEvent.Step.TELL_DEPUTIES.name(),
                            clock.instant())));
        }
    }

    /** Nobody whom the bot owes an answer waits for it in vain. */
    private void tellSender(SchoolDesk desk, Incoming item, Commit.Builder commit) {
        switch (item) {
            case Incoming.Press press -> sorry(desk, item, press.conversation(), press.by(), commit);
            case Incoming.Forwarded forwarded -> sorry(desk, item, forwarded.conversation(), forwarded.by(), commit);
            case Incoming.Message message
            when message.mentionsBot() || message.conversation() instanceof Conversation.PrivateChat ->
                sorry(desk, item, message.conversation(), message.author(), commit);
            case Incoming.Held held ->
                EffectWriter.say(
                        commit,
                        held,
                        EffectWriter.chatOf(held.author()),
                        Content.ofText(
                                effects.deskOf(desk, held.author()).wording().say(Phrase.HOLD_LATE)));
            default -> {
                // Nobody who does not know of the bot's work hears of its failures.
            }
        }
    }

    private void sorry(SchoolDesk desk, Incoming cause, Conversation where, PersonId person, Commit.Builder commit) {
        Conversation to = where instanceof Conversation.PrivateChat ? where : EffectWriter.chatOf(person);
        SchoolDesk own = effects.deskOf(desk, person);
        String contact = Titles.contact(own.wording(), desk.school().office());
        EffectWriter.say(commit, cause, to, Content.ofText(own.wording().say(Phrase.BOT_FAILED, "contact", contact)));
    }

    private static Content words(SchoolDesk desk, Incoming item, String reason) {
        String at = Titles.moment(desk.wording(), item.at());
        String what = switch (item) {
            case Incoming.Message message -> writtenIn(desk, message.conversation(), at);
            case Incoming.Edited edited -> writtenIn(desk, edited.conversation(), at);
            case Incoming.Deleted deleted -> writtenIn(desk, deleted.conversation(), at);
            case Incoming.Held held -> writtenIn(desk, held.conversation(), at);
            case Incoming.Forwarded forwarded -> writtenIn(desk, forwarded.conversation(), at);
            case Incoming.OptedOut optedOut -> writtenIn(desk, optedOut.conversation(), at);
            case Incoming.Press _ -> desk.wording().say(Phrase.MAIL_GIVEN_UP_PRESS, "at", at);
            case Incoming.Joined _, Incoming.Left _, Incoming.Returned _, Incoming.DealtWith _, Incoming.Alarm _ ->
                desk.wording().say(Phrase.MAIL_GIVEN_UP_DUTY, "at", at);
        };
        String why = desk.wording().say(Phrase.MAIL_GIVEN_UP_WHY, "reason", reason);
        return new Content(
                desk.wording().say(Phrase.MAIL_GIVEN_UP_SUBJECT),
                List.of(new Block.Text(what), new Block.Text(why)),
                List.of());
    }

    private static String writtenIn(SchoolDesk desk, Conversation conversation, String at) {
        if (!(conversation instanceof Conversation.GroupChat(var platform, String address))) {
            return desk.wording().say(Phrase.MAIL_GIVEN_UP_PRIVATE, "at", at);
        }
        String place = desk.school().groupAt(platform, address).map(Group::name).orElse("-");
        return desk.wording().say(Phrase.MAIL_GIVEN_UP_MESSAGE, "place", place, "at", at);
    }
}
