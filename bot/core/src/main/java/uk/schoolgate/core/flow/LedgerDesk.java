package uk.schoolgate.core.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reconciliation;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.school.SchoolTime;
import uk.schoolgate.core.wording.Phrase;

/** Looks after the delivery ledger: reconciles it every day, and sends an incident again that was given up or is late. */
public final class LedgerDesk {
    private static final String RECONCILE = "RECONCILE";
    private static final String RESEND = "RESEND";
    private static final LocalTime DAILY = LocalTime.of(7, 30);
    /** Longer than a bot that was off could come back with the same day's reconciliation. */
    private static final Duration MARKED = Duration.ofDays(3);

    private final Casebook casebook;
    private final EffectWriter effects;
    private final Clock clock;

    LedgerDesk(Casebook casebook, EffectWriter effects, Clock clock) {
        this.casebook = casebook;
        this.effects = effects;
        this.clock = clock;
    }

    /** Asks for the reconciliation of that day; asking more than once does it once. */
    public static Incoming.Alarm reconcile(SchoolCode school, LocalDate day) {
        Instant at = day.atTime(DAILY).atZone(SchoolTime.ZONE).toInstant();
        return new Incoming.Alarm(new EventId("reconcile:" + day), school, day.toString(), RECONCILE, at);
    }

    /** Asks to send an incident again that was given up or is late. Should the first e-mail still leave, the second does not. */
    public static Incoming.Alarm resend(SchoolCode school, Reference reference, Instant now) {
        return new Incoming.Alarm(
                new EventId("resend:" + reference + ":" + now), school, reference.value(), RESEND, now);
    }

    /** Whether an alarm is for this desk. */
    static boolean isFor(Incoming.Alarm alarm) {
        return alarm.step().equals(RECONCILE) || alarm.step().equals(RESEND);
    }

    Commit handle(SchoolDesk desk, Incoming.Alarm alarm) {
        return alarm.step().equals(RECONCILE)
                ? reconcile(desk, alarm, LocalDate.parse(alarm.concern()))
                : resend(desk, alarm, new Reference(alarm.concern()));
    }

    private Commit reconcile(SchoolDesk desk, Incoming.Alarm alarm, LocalDate day) {
        String mark = "reconciled:" + day;
        if (casebook.hasMark(alarm.school(), mark)) {
            return Commit.nothing(alarm.school());
        }
        Commit.Builder commit = new Commit.Builder(alarm.school()).mark(mark, MARKED);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SchoolTime.ZONE);
        LocalDate next = today.isAfter(day) ? today.plusDays(1) : day.plusDays(1);
        commit.wake(reconcile(alarm.school(), next));
        Reconciliation books = Reconciliation.of(
                casebook.auditTrail(alarm.school()), casebook.incidents(alarm.school()), clock.instant());
        for (Reconciliation.Gap gap : books.gaps()) {
            commit.record(new AuditEvent(
                    AuditEvent.BOT,
                    "reconciliation.alarm",
                    gap.reference(),
                    gap.kind().name()));
        }
        if (books.confirmed() > 0) {
            commit.record(new AuditEvent(
                    AuditEvent.BOT,
                    "reconciliation.done",
                    day.toString(),
                    books.confirmed() + " confirmed, " + books.delivered() + " delivered, "
                            + books.gaps().size() + " open"));
        }
        if (!books.gaps().isEmpty()) {
            tell(desk, books.gaps(), alarm, day, commit);
        }
        return commit.build();
    }

    private void tell(
            SchoolDesk desk,
            List<Reconciliation.Gap> gaps,
            Incoming.Alarm alarm,
            LocalDate day,
            Commit.Builder commit) {
        PersonId head = desk.school().headteacher();
        EffectWriter.say(commit, alarm, EffectWriter.chatOf(head), content(effects.deskOf(desk, head), gaps));
        desk.emailOf(head)
                .ifPresent(email -> commit.send(new Outgoing.Letter(
                        alarm.id().value() + "/mail",
                        alarm.school(),
                        new Addressee.Staff(head),
                        desk.letters().reconciliation(email, content(desk, gaps), day.toString()))));
    }

    private static Content content(SchoolDesk desk, List<Reconciliation.Gap> gaps) {
        List<Block> lines = new ArrayList<>();
        for (Reconciliation.Gap gap : gaps) {
            Phrase phrase = Phrase.valueOf("RECONCILIATION_" + gap.kind().name());
            lines.add(new Block.Text(desk.wording().say(phrase, "reference", gap.reference())));
        }
        lines.add(new Block.Text(desk.wording().say(Phrase.RECONCILIATION_WHAT_NOW)));
        return new Content(desk.wording().say(Phrase.RECONCILIATION_TITLE), lines, List.of());
    }

    private Commit resend(SchoolDesk desk, Incoming.Alarm alarm, Reference reference) {
        Commit.Builder commit = new Commit.Builder(alarm.school());
        Optional<Incident> due = casebook.incident(alarm.school(), reference)
                .filter(incident -> Reconciliation.maySendAgain(incident, clock.instant()));
        Optional<Concern> concern = due.flatMap(incident -> casebook.concern(alarm.school(), incident.concern()));
        String action = RESEND.toLowerCase(Locale.ROOT);
        if (due.isEmpty() || concern.isEmpty()) {
            commit.record(new AuditEvent(AuditEvent.BOT, "incident." + action + "-refused", reference.value(), ""));
            return commit.build();
        }
        commit.change(due.get().with(new Delivery.Queued(), clock.instant()));
        commit.record(new AuditEvent(AuditEvent.BOT, "incident." + action, reference.value(), ""));
        commit.send(effects.letter(desk, due.get(), concern.get(), 0));
        return commit.build();
    }
}
