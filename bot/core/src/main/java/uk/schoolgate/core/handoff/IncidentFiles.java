package uk.schoolgate.core.handoff;

import java.util.List;
import java.util.Map;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.handoff.IncidentFile.Clause;
import uk.schoolgate.core.handoff.IncidentFile.Named;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.school.DayUnit;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;

/** Makes the attachment of an incident's e-mail. */
final class IncidentFiles {
    /** What screening rests on is quoted to parents too, and so comes from policies for everyone. */
    private static final boolean NEVER_FOR_STAFF = false;

    private final School school;
    private final Names names;
    private final IncidentFile.Writer writer;

    IncidentFiles(School school, Names names, IncidentFile.Writer writer) {
        this.school = school;
        this.names = names;
        this.writer = writer;
    }

    Mail.Attachment of(Incident incident, Concern concern, Map<PersonId, Integer> earlier, Guidance guidance) {
        IncidentFile file = new IncidentFile(
                incident.reference().value(),
                new Named(school.code().value(), school.name()),
                concern.category().name(),
                new Named(incident.confirmedBy().value(), names.of(incident.confirmedBy())),
                incident.confirmedAt(),
                concern.messages().stream()
                        .map(message -> message(message, earlier))
                        .toList(),
                objections(concern),
                guidance.nextStep().map(IncidentFiles::clause).stream().toList(),
                guidance.deadlines().stream().map(IncidentFiles::deadline).toList());
        return new Mail.Attachment("incident.json", "application/json", writer.json(file));
    }

    private IncidentFile.Message message(Evidence message, Map<PersonId, Integer> earlier) {
        return new IncidentFile.Message(
                message.message().value(),
                author(message),
                message.place(),
                message.at(),
                message.text(),
                message.media().stream()
                        .map(media -> new IncidentFile.Media(media.contentType(), media.reference()))
                        .toList(),
                message.changes().stream()
                        .map(change -> new IncidentFile.Change(change.kind().name(), change.at(), change.text()))
                        .toList(),
                message.findings().stream().map(this::finding).toList(),
                message.isAuthorKnown() ? earlier.getOrDefault(message.author(), 1) : 0);
    }

    private Named author(Evidence message) {
        return new Named(message.isAuthorKnown() ? message.author().value() : "", names.ofAuthor(message));
    }

    private IncidentFile.Finding finding(uk.schoolgate.core.screening.Finding finding) {
        return new IncidentFile.Finding(
                finding.category().name(),
                finding.score(),
                finding.why(),
                finding.people().stream()
                        .map(id -> new Named(id, names.ofMeant(id)))
                        .toList(),
                finding.clauses().stream()
                        .map(clause -> new Clause(
                                clause.policy(), clause.title(), clause.section(), clause.quote(), NEVER_FOR_STAFF))
                        .toList());
    }

    private List<IncidentFile.Objection> objections(Concern concern) {
        return concern.review().objections().stream()
                .map(objection -> new IncidentFile.Objection(
                        author(concern.messagesBy(objection.by()).getLast()), objection.at(), objection.words()))
                .toList();
    }

    private static Clause clause(Guidance.Words words) {
        Citation citation = words.citation();
        return new Clause(
                citation.policy(), citation.title(), citation.sectionLine(), citation.quote(), words.forStaff());
    }

    private static IncidentFile.Deadline deadline(Guidance.Deadline deadline) {
        boolean inSchool = deadline.unit() == DayUnit.SCHOOL_DAYS;
        return new IncidentFile.Deadline(
                deadline.promise().name(),
                deadline.by(),
                inSchool ? deadline.days() : 0,
                inSchool ? 0 : deadline.days(),
                clause(deadline.source()));
    }
}
