package uk.schoolgate.core.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.concern.Effect;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Notices;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolTime;
import uk.schoolgate.core.sealing.Sealer;

/** Turns the effects of a transition into what has to be stored and sent. */
final class EffectWriter {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Casebook casebook;
    private final Sealer sealer;
    private final Signposts signposts;

    EffectWriter(Casebook casebook, Sealer sealer, Signposts signposts) {
        this.casebook = casebook;
        this.sealer = sealer;
        this.signposts = signposts;
    }

    /**
     * Adds a changed concern and what follows from it.
     *
     * @param cause the event behind it; what is sent is numbered after it
     */
    void write(SchoolDesk desk, Concern concern, Iterable<Effect> effects, Incoming cause, Commit.Builder commit) {
        commit.store(concern);
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.TellAuthor(EventId message, Effect.AuthorNote note) ->
                    concern.message(message)
                            .ifPresent(evidence -> tellAuthor(desk, concern, evidence, note, cause, commit));
                case Effect.AwaitWords(PersonId author) -> signposts.awaitWords(author, concern.id(), commit);
                case Effect.AskReviewer(PersonId reviewer) ->
                    say(
                            commit,
                            cause,
                            chatOf(reviewer),
                            deskOf(desk, reviewer).cards().review(concern),
                            Placements.of(concern));
                case Effect.TellReviewer(PersonId reviewer, Effect.ReviewerNote note) ->
                    say(
                            commit,
                            cause,
                            chatOf(reviewer),
                            Placements.inPlace(deskOf(desk, reviewer), concern, reviewer, note),
                            Placements.of(concern, note));
                case Effect.TellOffice(Effect.OfficeNote note) ->
                    post(
                            commit,
                            cause,
                            new Addressee.Office(),
                            desk.letters().toOffice(concern, note, id(commit, cause)));
                case Effect.TellContact(PersonId contact) -> tellContact(desk, concern, contact, cause, commit);
                case Effect.ThankContact(PersonId contact) ->
                    say(
                            commit,
                            cause,
                            chatOf(contact),
                            deskOf(desk, contact).cards().takenOn(),
                            Placements.closing(concern));
                case Effect.UpdateContact(PersonId contact) ->
                    say(
                            commit,
                            cause,
                            chatOf(contact),
                            deskOf(desk, contact).cards().urgent(concern, contact),
                            Placements.closing(concern));
                case Effect.ReleaseContact(PersonId contact) ->
                    say(
                            commit,
                            cause,
                            chatOf(contact),
                            deskOf(desk, contact).cards().released(),
                            Placements.closing(concern));
                case Effect.RaiseIncident(String reference) -> raise(desk, concern, reference, cause, commit);
                case Effect.FollowUp(EventId message, Effect.FollowUpNote note) ->
                    concern.message(message)
                            .ifPresent(evidence -> followUp(desk, concern, evidence, note, cause, commit));
                case Effect.WakeAt wake -> commit.wake(alarm(concern, wake));
                case Effect.Audit(String actor, String action, String detail) ->
                    commit.record(new AuditEvent(
                            pseudonym(desk, actor), action, concern.id().value(), detail));
            }
        }
    }

    /** The desk in the language that a person has chosen. */
    SchoolDesk deskOf(SchoolDesk desk, PersonId person) {
        return desk.in(casebook.languageOf(desk.school().code(), person));
    }

    /** As whom somebody stands in the audit trail: staff by their id, everybody else by a pseudonym. */
    String pseudonym(SchoolDesk desk, String actor) {
        boolean known = actor.equals(AuditEvent.BOT)
                || desk.roll().staffMember(new PersonId(actor)).isPresent();
        return known ? actor : sealer.pseudonym(actor);
    }

    private static Incoming.Alarm alarm(Concern concern, Effect.WakeAt wake) {
        EventId id = new EventId("alarm:" + concern.id().value() + ":" + wake.step() + ":" + wake.at());
        return new Incoming.Alarm(
                id, concern.school(), concern.id().value(), wake.step().name(), wake.at());
    }

    private void tellAuthor(
            SchoolDesk desk,
            Concern concern,
            Evidence message,
            Effect.AuthorNote note,
            Incoming cause,
            Commit.Builder commit) {
        Notices notices = deskOf(desk, message.author()).notices();
        Content content = note == Effect.AuthorNote.RAISED
                ? notices.raised(concern, message, desk.suggestions().insteadOf(message))
                : notices.later(note);
        say(commit, cause, chatOf(message.author()), content, Placements.of(concern, note, cause));
    }

    private void tellContact(
            SchoolDesk desk, Concern concern, PersonId contact, Incoming cause, Commit.Builder commit) {
        Content card = deskOf(desk, contact).cards().urgent(concern, contact);
        String id = id(commit, cause);
        commit.send(new Outgoing.Chat(
                OutgoingIds.urgent(concern.id(), id), cause.school(), chatOf(contact), card, Placements.of(concern)));
        desk.emailOf(contact).ifPresent(email -> {
            Mail mail =
                    desk.letters().urgent(concern, email, contact, desk.cards().urgent(concern, contact), id);
            commit.send(new Outgoing.Letter(
                    OutgoingIds.urgent(concern.id(), id + "/mail"),
                    cause.school(),
                    new Addressee.Staff(contact),
                    mail));
        });
    }

    private void raise(SchoolDesk desk, Concern concern, String reference, Incoming cause, Commit.Builder commit) {
        Instant now = cause.at();
        int year = LocalDate.ofInstant(now, SchoolTime.ZONE).getYear();
        Incident incident = Incident.queued(
                new Reference(reference), concern.school(), concern.id(), concern.category(), decider(concern), now);
        // Never counted anew: another incident may have been opened since this one got its reference, and the store
        // must see it.
        List<PersonId> known =
                concern.authors().stream().filter(author -> !author.isUnknown()).toList();
        commit.open(
                new Commit.Opened(incident, known, year, incident.reference().number()));
        commit.send(letter(desk, incident, concern, 1));
    }

    /**
     * The e-mail of an incident.
     *
     * @param uncounted 1 where the incident itself is not among those counted yet, else 0
     */
    Outgoing.Letter letter(SchoolDesk desk, Incident incident, Concern concern, int uncounted) {
        Map<PersonId, Integer> earlier = new HashMap<>();
        for (PersonId author : concern.authors()) {
            Instant yearBefore = incident.confirmedAt().minus(YEAR);
            earlier.put(author, casebook.incidentsOf(concern.school(), author, yearBefore) + uncounted);
        }
        LocalDate day = LocalDate.ofInstant(incident.confirmedAt(), SchoolTime.ZONE);
        return new Outgoing.Letter(
                OutgoingIds.incident(incident.reference()),
                concern.school(),
                new Addressee.Complaints(),
                desk.letters().incident(incident, concern, earlier, desk.guidance(concern.category(), day)));
    }

    private static void followUp(
            SchoolDesk desk,
            Concern concern,
            Evidence message,
            Effect.FollowUpNote note,
            Incoming cause,
            Commit.Builder commit) {
        if (concern.state() instanceof ConcernState.Confirmed confirmed) {
            Reference reference = new Reference(confirmed.reference());
            post(
                    commit,
                    cause,
                    new Addressee.Complaints(),
                    desk.letters().followUp(reference, concern, message, note, id(commit, cause)));
        }
    }

    private static PersonId decider(Concern concern) {
        if (concern.state() instanceof ConcernState.Confirmed confirmed) {
            return confirmed.by();
        }
        throw new IllegalStateException("an incident comes from a confirmed concern");
    }

    /** The reference that the next confirmed incident gets. */
    Reference nextReference(SchoolDesk desk, Instant now) {
        int year = LocalDate.ofInstant(now, SchoolTime.ZONE).getYear();
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

    private static void post(Commit.Builder commit, Incoming cause, Addressee addressee, Mail mail) {
        commit.send(new Outgoing.Letter(id(commit, cause), cause.school(), addressee, mail));
    }

    /** The id of what is said next. */
    static String id(Commit.Builder commit, Incoming cause) {
        return cause.id().value() + "/" + commit.sending();
    }

    /** Where a person is reached in private: by phone or WhatsApp's own id on WhatsApp, by staff id on Teams. */
    static Conversation chatOf(PersonId person) {
        boolean onWhatsApp = person.isPhone() || person.value().startsWith("whatsapp:");
        return new Conversation.PrivateChat(onWhatsApp ? Platform.WHATSAPP : Platform.TEAMS, person);
    }
}
