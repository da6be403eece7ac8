package uk.schoolgate.adapter.whatsapp.door;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.HeldMessages;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Intake.Receipt;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Brings in what a hosted group has seen, once, whichever way the bot hears of it. */
final class Arrivals {
    private final Contacts contacts;
    private final HeldMessages held;
    private final Intake intake;
    private final GroupStop stops;
    private final DealtWithHere dealtWith;
    private final TwilioAccount account;
    private final Clock clock;

    Arrivals(Contacts contacts, HeldMessages held, Intake intake, GroupStop stops, TwilioAccount account, Clock clock) {
        this.contacts = contacts;
        this.held = held;
        this.intake = intake;
        this.stops = stops;
        this.dealtWith = new DealtWithHere(intake, account, clock);
        this.account = account;
        this.clock = clock;
    }

    /** The name by which somebody who is not on the roll goes on WhatsApp; empty too while the store is away. */
    Optional<String> nameOf(SchoolCode school, PersonId person) {
        try {
            return contacts.nameOf(school, person);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /**
     * Takes a message in. With one that is known nothing is written: since it came, its author may have been erased.
     *
     * @param sid its id at Twilio
     * @param at when it was written, by Twilio's clock
     * @throws StoreUnavailableException when the store cannot be reached
     */
    Receipt take(Post post, String sid, Instant at) {
        EventId id = new EventId(idOf(post, sid));
        boolean wasHeld = !id.value().equals("twilio:" + sid);
        if (wasHeld) {
            held.published(post.school(), sid, id.value());
        }
        if (intake.knows(post.school(), id)) {
            if (wasHeld) {
                eraseWhatWasPublishedAllTheSame(post, sid);
            }
            return Receipt.DUPLICATE;
        }
        if (GroupStop.isIn(post)) {
            stops.take(post, id, at);
            return Receipt.ACCEPTED;
        }
        // The worker may be done with it before accepting it returns, and must know by then that its author may be
        // told.
        contacts.wrote(post.school(), post.author(), "", account.groupNumber(), at);
        return intake.accept(new Incoming.Message(
                id, post.school(), post.chat(), post.author(), post.name(), post.evidence(), post.media(), false, at));
    }

    /**
     * What came of the attempt that was held knows no id of Twilio's under which its copy could be erased. What came with
     * it may be evidence, so that such a message stays.
     */
    private void eraseWhatWasPublishedAllTheSame(Post post, String sid) {
        if (post.media().isEmpty()) {
            dealtWith.post(post.school(), post.chat(), sid);
        }
    }

    /** When something was written, as Twilio gives it: never later than now, and now where it says nothing. */
    Instant writtenAt(String given) {
        try {
            Instant at = Instant.parse(given);
            return at.isAfter(clock.instant()) ? clock.instant() : at;
        } catch (DateTimeParseException e) {
            return clock.instant();
        }
    }

    /**
     * A message that was held and raised, and that Twilio published all the same because our answer came too late, is one
     * message: it keeps the id under which it was raised, also when Twilio is asked, later, what the group has seen.
     */
    private String idOf(Post post, String sid) {
        return post.served().school().mode() == Mode.HOLD
                ? held.publishedAs(post.school(), sid)
                        .or(() -> held.heldAs(post.school(), post.fingerprint())
                                .filter(it -> it.reason() == HeldMessages.Reason.URGENT)
                                .map(HeldMessages.Held::event))
                        .orElse("twilio:" + sid)
                : "twilio:" + sid;
    }
}
