package uk.schoolgate.core.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.flow.WorkQueue.Cause;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reconciliation;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Mailer;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.wording.Phrase;

/** Works on what goes out: makes one attempt, then decides between done, later, another way, and telling a person. */
public final class OutgoingWorker implements WorkQueue.Worker<Outgoing> {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30));
    /** With the last pause repeated, about three days: a mail server may be down over a weekend. */
    private static final int MOST_ATTEMPTS = 150;
    /**
     * How often a mail server may refuse for good before it is believed, over about twenty minutes: full disks, wrong
     * settings and over-careful filters answer as if an address did not exist.
     */
    private static final int MOST_REFUSALS = 6;

    private final Schools schools;
    private final Casebook casebook;
    private final Map<Platform, Channel> channels;
    private final Mailer mailer;
    private final SourceCopies copies;
    private final SetupAlarm setupAlarm;
    private final LostMessages lost;
    private final Outdated outdated;
    private final Clock clock;

    public OutgoingWorker(
            Schools schools, Casebook casebook, Map<Platform, Channel> channels, Mailer mailer, Clock clock) {
        this(schools, casebook, channels, mailer, PlatformParts.NONE, clock);
    }

    /** @param platforms erase what they keep of what came in, and know how else to reach people */
    public OutgoingWorker(
            Schools schools,
            Casebook casebook,
            Map<Platform, Channel> channels,
            Mailer mailer,
            PlatformParts platforms,
            Clock clock) {
        this.copies = platforms.copies();
        this.schools = schools;
        this.casebook = casebook;
        this.channels = Map.copyOf(channels);
        this.mailer = mailer;
        this.lost = new LostMessages(casebook, platforms.directory());
        this.outdated = new Outdated(casebook);
        this.setupAlarm = new SetupAlarm(casebook);
        this.clock = clock;
    }

    @Override
    public WorkQueue.Settlement work(WorkQueue.Delivery<Outgoing> delivery) {
        Outgoing item = delivery.item();
        // Read before anything is sent: what has left cannot be called back when the store is away afterwards.
        Optional<Incident> incident = incidentOf(item);
        if (incident.filter(Incident::isDelivered).isPresent()) {
            return WorkQueue.Settlement.done(Commit.nothing(item.school()));
        }
        WorkQueue.Tries tries = delivery.tries();
        Commit.Builder commit = new Commit.Builder(item.school());
        Optional<ConcernId> over = tries.attempt() > 1 ? outdated.concernOf(item) : Optional.empty();
        if (over.isPresent()) {
            commit.record(
                    new AuditEvent(AuditEvent.BOT, "card.outdated", over.get().value(), ""));
            return WorkQueue.Settlement.done(commit.build());
        }
        WorkQueue.Disposition disposition = switch (send(item)) {
            case SendResult.Sent(String receipt) -> sent(item, incident, receipt, commit);
            case SendResult.TryLater(String reason, Optional<Duration> notBefore) ->
                tries.attempt() < MOST_ATTEMPTS
                        ? again(incident, tries, new NotTaken(reason, notBefore, Cause.NOT_YET), commit)
                        : unreachable(item, incident, reason, commit);
            case SendResult.NotTried(String reason, Duration after) ->
                new WorkQueue.Disposition.Again(after, Cause.NOT_TRIED);
            case SendResult.NotSetUp(String what) -> {
                schools.desk(item.school())
                        .ifPresent(desk -> setupAlarm.raise(desk, item, what, clock.instant(), commit));
                yield unreachable(item, incident, what, commit);
            }
            case SendResult.Unreachable(String reason) ->
                item instanceof Outgoing.Letter && tries.refused() + 1 < MOST_REFUSALS
                        ? again(incident, tries, new NotTaken(reason, Optional.empty(), Cause.REFUSED), commit)
                        : unreachable(item, incident, reason, commit);
        };
        return new WorkQueue.Settlement(disposition, commit.build());
    }

    /** Sending it threw again and again: to whoever waits for it that is the same as a no. */
    @Override
    public Commit givenUp(Outgoing item, String reason) {
        Commit.Builder commit = new Commit.Builder(item.school());
        Optional<Incident> incident = incidentOf(item);
        if (incident.filter(Incident::isDelivered).isEmpty()) {
            commit.record(new AuditEvent(AuditEvent.BOT, "outgoing.given-up", "", reason));
            unreachable(item, incident, "an error of the bot itself (" + reason + ")", commit);
        }
        return commit.build();
    }

    private SendResult send(Outgoing item) {
        return switch (item) {
            case Outgoing.Letter letter -> deliver(letter);
            case Outgoing.Erasure erasure -> copies.erase(erasure.copy(), erasure.since());
            case Outgoing.Chat chat -> {
                Channel channel = channels.get(chat.to().platform());
                yield channel == null
                        ? new SendResult.Unreachable(
                                "no " + chat.to().platform().key() + " here")
                        : channel.deliver(chat);
            }
        };
    }

    /** A school that is not served here any more has no other address than the one that the letter was written with. */
    private SendResult deliver(Outgoing.Letter letter) {
        Optional<String> address = schools.desk(letter.school())
                .map(desk -> desk.addressOf(letter))
                .orElseGet(() -> Optional.of(letter.mail().to()));
        return address.map(it -> mailer.deliver(letter.mail().addressedTo(it)))
                .orElseGet(() -> new SendResult.Unreachable("the staff list has no address for its reader any more"));
    }

    private WorkQueue.Disposition sent(
            Outgoing item, Optional<Incident> incident, String receipt, Commit.Builder commit) {
        incident.ifPresent(it -> {
            commit.change(it.with(new Delivery.Delivered(receipt), clock.instant()));
            commit.record(audit(it, Reconciliation.DELIVERED, ""));
            tellReviewer(item, it, Phrase.CARD_DELIVERED, "delivered", commit);
        });
        return new WorkQueue.Disposition.Done();
    }

    /**
     * An attempt that another follows.
     *
     * @param notBefore how long the other side asked us to wait, if it said
     */
    private record NotTaken(String reason, Optional<Duration> notBefore, Cause cause) {
        /** Each cause has its own pauses: an outage must not use up the time in which a refusal is not believed. */
        Duration pause(WorkQueue.Tries tries) {
            int number = cause == Cause.REFUSED ? tries.refused() + 1 : tries.attempt() - tries.refused();
            Duration pause = PAUSES.get(Math.min(number, PAUSES.size()) - 1);
            return notBefore.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
        }
    }

    private WorkQueue.Disposition again(
            Optional<Incident> incident, WorkQueue.Tries tries, NotTaken attempt, Commit.Builder commit) {
        incident.ifPresent(it ->
                commit.change(it.with(new Delivery.Retrying(tries.attempt(), attempt.reason()), clock.instant())));
        return new WorkQueue.Disposition.Again(attempt.pause(tries), attempt.cause());
    }

    private WorkQueue.Disposition unreachable(
            Outgoing item, Optional<Incident> incident, String reason, Commit.Builder commit) {
        incident.ifPresent(it -> dead(item, it, reason, commit));
        schools.desk(item.school()).ifPresent(desk -> lost.another(desk, item, reason, clock.instant(), commit));
        if (item instanceof Outgoing.Erasure) {
            commit.record(new AuditEvent(AuditEvent.BOT, "copy.not-erased", "", reason));
        }
        return new WorkQueue.Disposition.Dead(reason);
    }

    private void dead(Outgoing item, Incident incident, String reason, Commit.Builder commit) {
        Instant now = clock.instant();
        commit.change(incident.with(new Delivery.Dead(reason), now));
        commit.record(audit(incident, "incident.dead", reason));
        tellReviewer(item, incident, Phrase.CARD_DELIVERY_FAILED, "dead", commit);
        schools.desk(item.school()).ifPresent(desk -> {
            PersonId head = desk.school().headteacher();
            Content alarm = Content.ofText(desk.wording()
                    .say(
                            Phrase.MAIL_DEAD_BODY,
                            "reference",
                            incident.reference().value(),
                            "reason",
                            reason));
            String occasion = incident.reference() + ":" + now;
            // E-mail may be what is broken: the head is told in chat too.
            Alarms.byChat(desk, head, occasion, alarm, commit);
            desk.emailOf(head)
                    .ifPresent(email -> commit.send(new Outgoing.Letter(
                            OutgoingIds.alarm(occasion + ":letter"),
                            item.school(),
                            new Addressee.Staff(head),
                            desk.letters().dead(incident.reference(), email, reason, occasion))));
        });
    }

    private void tellReviewer(Outgoing item, Incident incident, Phrase phrase, String suffix, Commit.Builder commit) {
        schools.desk(item.school())
                .ifPresent(desk -> commit.send(new Outgoing.Chat(
                        OutgoingIds.about(incident.reference(), suffix + ":" + clock.instant()),
                        item.school(),
                        EffectWriter.chatOf(incident.confirmedBy()),
                        Content.ofText(desk.in(casebook.languageOf(item.school(), incident.confirmedBy()))
                                .wording()
                                .say(phrase, "reference", incident.reference().value())))));
    }

    private Optional<Incident> incidentOf(Outgoing item) {
        return OutgoingIds.incidentOf(item).flatMap(reference -> casebook.incident(item.school(), reference));
    }

    private static AuditEvent audit(Incident incident, String action, String detail) {
        return new AuditEvent(AuditEvent.BOT, action, incident.reference().value(), detail);
    }
}
