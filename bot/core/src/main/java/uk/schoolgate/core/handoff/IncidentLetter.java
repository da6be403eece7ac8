package uk.schoolgate.core.handoff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.schoolgate.core.concern.Change;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Review;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Clause;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/**
 * Writes the e-mail of an incident to the complaints inbox, for an office clerk who has twenty seconds: first what it is
 * and what to do by when, then what was written, then what it rests on.
 */
final class IncidentLetter {
    private final School school;
    private final Names names;
    private final Wording wording;

    IncidentLetter(School school, Names names, Wording wording) {
        this.school = school;
        this.names = names;
        this.wording = wording;
    }

    Mail write(
            Incident incident,
            Concern concern,
            Map<PersonId, Integer> earlier,
            Guidance guidance,
            Mail.Attachment file) {
        String subject = subject(incident, concern);
        List<Section> sections = new ArrayList<>();
        summary(incident, concern, sections);
        whatToDo(guidance, sections);
        messages(concern, earlier, sections);
        objections(concern, sections);
        clauses(concern, sections);
        sections.add(new Section.Paragraph(wording.say(
                Phrase.MAIL_FOOTER,
                "days",
                Long.toString(school.retention().delivered().toDays()))));
        return new Mail(
                Letters.messageId(incident.reference(), incident.concern()),
                school.complaintsInbox(),
                subject,
                Section.asText(subject, sections),
                Section.asHtml(subject, sections),
                List.of(file),
                Optional.empty());
    }

    /** Never a child's name: where the place may hold one, it is left out. */
    private String subject(Incident incident, Concern concern) {
        String place = Names.oneLine(concern.evidence().place());
        String reference = incident.reference().value();
        String what = categoryName(concern.category());
        return names.mayStandInSubject(concern.evidence())
                ? wording.say(Phrase.MAIL_INCIDENT_SUBJECT, "reference", reference, "what", what, "place", place)
                : wording.say(Phrase.MAIL_INCIDENT_SUBJECT_WITHOUT_PLACE, "reference", reference, "what", what);
    }

    private void summary(Incident incident, Concern concern, List<Section> sections) {
        String reviewer = names.of(incident.confirmedBy());
        sections.add(new Section.Paragraph(wording.say(
                concern.isPileOn() ? Phrase.MAIL_INCIDENT_INTRODUCTION_PILE_ON : Phrase.MAIL_INCIDENT_INTRODUCTION,
                "reviewer",
                reviewer,
                "at",
                Titles.moment(wording, incident.confirmedAt()),
                "count",
                Integer.toString(concern.messages().size()))));
        sections.add(fact(Phrase.MAIL_WHAT, whatWasFound(concern)));
        Set<String> meant = meant(concern);
        if (!meant.isEmpty()) {
            sections.add(fact(Phrase.MAIL_ABOUT, String.join("; ", meant)));
        }
        Set<String> authors = concern.messages().stream()
                .map(names::ofAuthorWithId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        sections.add(fact(Phrase.MAIL_WRITTEN_BY, String.join("; ", authors)));
        sections.add(fact(Phrase.MAIL_CONFIRMED_BY, reviewer + ", " + Titles.moment(wording, incident.confirmedAt())));
    }

    private Set<String> meant(Concern concern) {
        return concern.messages().stream()
                .flatMap(message -> message.findings().stream())
                .filter(finding -> finding.category() == concern.category())
                .map(finding -> finding.people().stream().map(names::ofMeant).collect(Collectors.joining(" / ")))
                .filter(people -> !people.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void whatToDo(Guidance guidance, List<Section> sections) {
        sections.add(new Section.Heading(say(Phrase.MAIL_WHAT_TO_DO)));
        Optional<Guidance.Words> step = guidance.nextStep();
        if (step.isPresent()) {
            sections.add(new Section.Paragraph(say(Phrase.MAIL_NEXT_STEP)));
            quote(step.get(), sections);
        } else {
            sections.add(new Section.Paragraph(say(Phrase.MAIL_NO_NEXT_STEP)));
        }
        for (Guidance.Deadline deadline : guidance.deadlines()) {
            Phrase phrase = deadline.promise() == Guidance.Promise.ACKNOWLEDGE
                    ? Phrase.MAIL_DEADLINE_ACKNOWLEDGE
                    : Phrase.MAIL_DEADLINE_ANSWER;
            sections.add(new Section.Paragraph(
                    wording.say(phrase, "by", Titles.weekday(wording, deadline.by()), "window", window(deadline))));
            quote(deadline.source(), sections);
        }
        if (guidance.deadlines().stream().anyMatch(deadline -> !deadline.planned())) {
            sections.add(new Section.Paragraph(say(Phrase.MAIL_DEADLINE_UNPLANNED)));
        }
    }

    private String window(Guidance.Deadline deadline) {
        Phrase phrase = switch (deadline.unit()) {
            case SCHOOL_DAYS -> Phrase.MAIL_DEADLINE_SCHOOL_DAYS;
            case WORKING_DAYS -> Phrase.MAIL_DEADLINE_WORKING_DAYS;
        };
        return wording.say(phrase, "days", Integer.toString(deadline.days()));
    }

    private void quote(Guidance.Words words, List<Section> sections) {
        sections.add(
                new Section.Quoted(words.citation().quote(), words.citation().source()));
        if (words.forStaff()) {
            sections.add(new Section.Paragraph(say(Phrase.MAIL_FOR_STAFF)));
        }
    }

    private void messages(Concern concern, Map<PersonId, Integer> earlier, List<Section> sections) {
        sections.add(new Section.Heading(say(Phrase.MAIL_MESSAGE)));
        for (Evidence message : concern.messages()) {
            if (!message.equals(concern.evidence())) {
                sections.add(new Section.Gap());
            }
            if (concern.isPileOn()) {
                // The author of the only message stands above already.
                sections.add(fact(Phrase.MAIL_WRITTEN_BY, names.ofAuthor(message)));
            }
            message(message, earlier, sections);
        }
    }

    private void message(Evidence message, Map<PersonId, Integer> earlier, List<Section> sections) {
        sections.add(fact(Phrase.MAIL_WHERE, message.place()));
        sections.add(fact(
                message.isAuthorKnown() ? Phrase.MAIL_WHEN : Phrase.MAIL_SENT_ON,
                Titles.moment(wording, message.at())));
        sections.add(new Section.Quoted(message.text(), ""));
        if (!message.media().isEmpty()) {
            String media = message.media().stream()
                    .map(it -> it.contentType() + " (" + it.reference() + ")")
                    .collect(Collectors.joining(", "));
            sections.add(fact(Phrase.MAIL_MEDIA, media));
        }
        message.changes().forEach(change -> change(change, sections));
        if (message.isAuthorKnown()) {
            sections.add(fact(Phrase.MAIL_EARLIER, Integer.toString(earlier.getOrDefault(message.author(), 1))));
        } else {
            sections.add(new Section.Paragraph(say(Phrase.MAIL_HEARSAY)));
        }
    }

    private void change(Change change, List<Section> sections) {
        String at = Titles.moment(wording, change.at());
        switch (change.kind()) {
            case EDITED, MENDED -> {
                sections.add(new Section.Paragraph(wording.say(Phrase.CARD_CHANGE_EDITED, "at", at)));
                sections.add(new Section.Quoted(change.text(), ""));
            }
            case DELETED -> sections.add(new Section.Paragraph(wording.say(Phrase.CARD_CHANGE_DELETED, "at", at)));
            case TAKEN_BACK ->
                sections.add(new Section.Paragraph(wording.say(Phrase.CARD_CHANGE_TAKEN_BACK, "at", at)));
            case WITHHELD -> {
                // What it says now went to the person whom it concerns.
            }
        }
    }

    private void objections(Concern concern, List<Section> sections) {
        for (Review.Objection objection : concern.review().objections()) {
            if (concern.isPileOn()) {
                sections.add(fact(
                        Phrase.MAIL_WRITTEN_BY,
                        names.ofAuthor(concern.messagesBy(objection.by()).getLast())));
            }
            sections.add(new Section.Paragraph(
                    say(objection.words().isEmpty() ? Phrase.CARD_OBJECTED : Phrase.CARD_OBJECTED_WITH_WORDS)));
            if (!objection.words().isEmpty()) {
                sections.add(new Section.Quoted(objection.words(), ""));
            }
        }
    }

    private void clauses(Concern concern, List<Section> sections) {
        Set<Clause> clauses = concern.messages().stream()
                .flatMap(message -> message.findings().stream())
                .flatMap(finding -> finding.clauses().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!clauses.isEmpty()) {
            sections.add(new Section.Heading(say(Phrase.MAIL_CLAUSES)));
            clauses.forEach(clause -> sections.add(new Section.Quoted(clause.quote(), clause.source())));
        }
    }

    private String whatWasFound(Concern concern) {
        return concern.messages().stream()
                .flatMap(message -> message.findings().stream())
                .map(Finding::category)
                .filter(category -> category.response().compareTo(Response.REVIEW) >= 0)
                .distinct()
                .map(this::categoryName)
                .collect(Collectors.joining("; "));
    }

    private String categoryName(Category category) {
        return wording.say(Phrase.valueOf("CATEGORY_" + category.name()));
    }

    private Section fact(Phrase label, String value) {
        return new Section.Fact(say(label), value);
    }

    private String say(Phrase phrase) {
        return wording.say(phrase);
    }
}
