package uk.schoolgate.core.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.Effect;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.sealing.Sealer;

/** Turns the effects of a transition into what has to be stored and sent. */
final class EffectWriter {
    static final ZoneId SCHOOL_ZONE = ZoneId.of("Europe/London");
    private static final Duration YEAR = Duration.ofDays(365);

    private final Casebook casebook;
    private final Sealer sealer;

    EffectWriter(Casebook casebook, Sealer sealer) {
        this.casebook = casebook;
        this.sealer = sealer;
    }

    /**
     * Adds a changed concern and what follows from it.
     *
     * @param cause the event behind it; what is sent is numbered after it
     */
    void write(SchoolDesk desk, Concern concern, List<Effect> effects, Incoming cause, Commit.Builder commit) {
        commit.store(concern);
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.TellAuthor(Effect.AuthorNote note) ->
                    say(
                            commit,
                            cause,
                            chatOf(concern.evidence().author()),
                            desk.notices().toAuthor(concern, note),
                            Placements.of(concern, note, cause));
                case Effect.AskReviewer(PersonId reviewer) ->
                    say(commit, cause, chatOf(reviewer), desk.notices().reviewCard(concern), Placements.of(concern));
                case Effect.TellReviewer(PersonId reviewer, Effect.ReviewerNote note) ->
                    say(
                            commit,
                            cause,
                            chatOf(reviewer),
                            Placements.inPlace(desk, concern, reviewer, note),
                            Placements.of(concern, note));
                case Effect.TellContact(PersonId contact) -> tellContact(desk, concern, contact, cause, commit);
                case Effect.ThankContact(PersonId contact) ->
                    say(
                            commit,
                            cause,
                            chatOf(contact),
                            desk.notices().takenOn(),
                            Placement.replacing(concern.id().value()));
                case Effect.RaiseIncident(String reference) -> raise(desk, concern, reference, cause, commit);
                case Effect.WakeAt wake -> commit.wake(alarm(concern, wake));
                case Effect.Audit(String actor, String action, String detail) ->
                    commit.record(new AuditEvent(
                            pseudonym(desk, actor), action, concern.id().value(), detail));
            }
        }
    }

    private String pseudonym(SchoolDesk desk, String actor) {
        boolean known = actor.equals(AuditEvent.BOT)
                || desk.roll().staffMember(new PersonId(actor)).isPresent();
        return known ? actor : sealer.pseudonym(actor);
    }

    private static Incoming.Alarm alarm(Concern concern, Effect.WakeAt wake) {
        EventId id = new EventId("alarm:" + concern.id().value() + ":" + wake.step() + ":" + wake.at());
        return new Incoming.Alarm(
                id, concern.school(), concern.id().value(), wake.step().name(), wake.at());
    }

    private void tellContact(
            SchoolDesk desk, Concern concern, PersonId contact, Incoming cause, Commit.Builder commit) {
        Content card = desk.notices().urgentCard(concern);
        say(commit, cause, chatOf(contact), card, Placements.of(concern));
        desk.emailOf(contact)
                .ifPresent(email -> commit.send(new Outgoing.Letter(
                        id(commit, cause),
                        concern.school(),
                        desk.letters()
                                .urgent(
                                        concern,
                                        email,
                                        card,
                                        Integer.toHexString(cause.id().hashCode())))));
    }

    private void raise(SchoolDesk desk, Concern concern, String reference, Incoming cause, Commit.Builder commit) {
        Instant now = cause.at();
        int year = LocalDate.ofInstant(now, SCHOOL_ZONE).getYear();
        PersonId author = concern.evidence().author();
        PersonId by = decider(concern);
        Incident incident =
                new Incident(new Reference(reference), concern.school(), concern.id(), by, now, new Delivery.Queued());
        int number = casebook.lastIncidentNumber(concern.school(), year) + 1;
        commit.open(new Commit.Opened(incident, author, year, number));
        int earlier = casebook.incidentsOf(concern.school(), author, now.minus(YEAR)) + 1;
        commit.send(new Outgoing.Letter(
                OutgoingIds.incident(incident.reference()),
                concern.school(),
                desk.letters().incident(incident, concern, earlier, desk.nextStep(concern.category()))));
    }

    private static PersonId decider(Concern concern) {
        if (concern.state() instanceof uk.schoolgate.core.concern.ConcernState.Confirmed confirmed) {
            return confirmed.by();
        }
        throw new IllegalStateException("an incident comes from a confirmed concern");
    }

    /** The reference that the next confirmed incident gets. */
    Reference nextReference(SchoolDesk desk, Instant now) {
        int year = LocalDate.ofInstant(now, SCHOOL_ZONE).getYear();
        return Reference.of(
                desk.school().code(),
                year,
                casebook.lastIncidentNumber(desk.school().code(), year) + 1);
    }

    /** A message that stands alone, numbered after its cause. */
    static void say(Commit.Builder commit, Incoming cause, Conversation to, Content content) {
        say(commit, cause, to, content, Placement.ALONE);
    }

    /** A message, numbered after its cause. */
    static void say(Commit.Builder commit, Incoming cause, Conversation to, Content content, Placement placement) {
        commit.send(new Outgoing.Chat(id(commit, cause), cause.school(), to, content, placement));
    }

    private static String id(Commit.Builder commit, Incoming cause) {
        return cause.id().value() + "/" + commit.sending();
    }

    /** Where a person is reached in private: by phone or WhatsApp's own id on WhatsApp, by staff id on Teams. */
    static Conversation chatOf(PersonId person) {
        boolean onWhatsApp = person.isPhone() || person.value().startsWith("whatsapp:");
        return new Conversation.PrivateChat(onWhatsApp ? Platform.WHATSAPP : Platform.TEAMS, person);
    }
}
