package uk.schoolgate.adapter.whatsapp.door;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.HeldMessages;
import uk.schoolgate.adapter.whatsapp.people.HeldMessages.Held;
import uk.schoolgate.adapter.whatsapp.people.HeldMessages.Reason;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.screening.Response;

/**
 * Decides whether a message in a group on hold is passed on, in the time that there is. Judging needs no store: where
 * that is down or hangs, there was no earlier attempt, and nobody can be told.
 */
final class Hold {
    private final HeldMessages held;
    private final Contacts contacts;
    private final Intake intake;
    private final TwilioAccount account;
    private final Clock clock;

    Hold(HeldMessages held, Contacts contacts, Intake intake, TwilioAccount account, Clock clock) {
        this.held = held;
        this.contacts = contacts;
        this.intake = intake;
        this.account = account;
        this.clock = clock;
    }

    /** Whether the group may see it. What is known to be urgent may never be seen, whatever fails. */
    boolean passes(Post post, Gate.Turn turn) {
        Future<Optional<Held>> noted = turn.start(() -> held.heldAs(post.school(), post.fingerprint()));
        String fresh = held.newEvent(post.fingerprint());
        Optional<Response> verdict = turn.judge(message(post, fresh).asMessage());
        if (verdict.filter(it -> it.compareTo(Response.REVIEW) < 0).isPresent()) {
            return true;
        }
        Reason reason = verdict.map(it -> it == Response.URGENT ? Reason.URGENT : Reason.REVIEW)
                .orElse(Reason.LATE);
        Optional<Held> earlier = turn.await(noted).flatMap(Function.identity());
        if (reason == Reason.REVIEW && isFor(earlier, Reason.REVIEW)) {
            turn.await(turn.start(() -> forget(post)));
            return true;
        }
        boolean mayPass = account.passWhenLate() && reason != Reason.URGENT && !isFor(earlier, Reason.URGENT);
        return (reason == Reason.LATE && mayPass) || !isTakenIn(post, note(reason, earlier, fresh), turn, mayPass);
    }

    private static boolean isFor(Optional<Held> earlier, Reason reason) {
        return earlier.filter(it -> it.reason() == reason).isPresent();
    }

    /**
     * The same words are the same event, of which their contact hears once. Only who was asked to send them again, since
     * they could not be looked at, has to be told now why they do not pass.
     */
    private static Held note(Reason reason, Optional<Held> earlier, String fresh) {
        return earlier.filter(it -> reason != Reason.REVIEW || it.reason() != Reason.LATE)
                .map(it -> new Held(it.event(), it.reason().compareTo(reason) > 0 ? it.reason() : reason))
                .orElseGet(() -> new Held(fresh, reason));
    }

    /**
     * Has the bot tell its author, and whoever else should hear of it. False where the store could not take it in time and
     * it may pass; what may not pass is taken in as soon as the store does it.
     */
    private boolean isTakenIn(Post post, Held note, Gate.Turn turn, boolean mayPass) {
        AtomicBoolean passed = new AtomicBoolean();
        boolean isHeld =
                turn.await(turn.start(() -> takeIn(post, note, passed))).isPresent() || !mayPass;
        passed.set(!isHeld);
        return isHeld;
    }

    private boolean takeIn(Post post, Held note, AtomicBoolean passed) {
        ifTheStoreIsThere(
                () -> contacts.wrote(post.school(), post.author(), "", account.groupNumber(), clock.instant()));
        // To be told that it was not passed on would be untrue by now.
        if (!passed.get()) {
            intake.accept(message(post, note.event()));
            ifTheStoreIsThere(() -> held.held(post.school(), post.fingerprint(), note));
        }
        return true;
    }

    private boolean forget(Post post) {
        held.forget(post.school(), post.fingerprint());
        return true;
    }

    /** For a note without which it is decided all the same: the same words start afresh then. */
    private static void ifTheStoreIsThere(Runnable note) {
        try {
            note.run();
        } catch (StoreUnavailableException e) {
            // What its author is told stays true.
        }
    }

    private Incoming.Held message(Post post, String event) {
        return new Incoming.Held(
                new EventId(event),
                post.school(),
                post.chat(),
                post.author(),
                post.name(),
                post.evidence(),
                post.media(),
                clock.instant());
    }
}
