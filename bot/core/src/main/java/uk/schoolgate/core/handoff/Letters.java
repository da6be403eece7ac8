package uk.schoolgate.core.handoff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Clause;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/** Writes the e-mails: the incident to the complaints inbox, the urgent word to a named contact, the alarm about a dead letter. */
public final class Letters {
    static final String DOMAIN = "schoolgate.invalid";

    private final School school;
    private final Roll roll;
    private final Wording wording;

    public Letters(School school, Roll roll, Wording wording) {
        this.school = school;
        this.roll = roll;
        this.wording = wording;
    }

    /** The Message-ID of an incident's e-mail: always the same for the same incident. */
    public static String messageId(Reference reference) {
        return "incident." + reference.value() + "@" + DOMAIN;
    }

    /**
     * The incident's e-mail.
     *
     * @param earlier how many incidents of this author were confirmed in the last 12 months, this one included
     * @param nextStep what the school's own policy says to do next
     */
    public Mail incident(Incident incident, Concern concern, int earlier, Optional<Citation> nextStep) {
        Evidence evidence = concern.evidence();
        String reference = incident.reference().value();
        String subject = wording.say(
                Phrase.MAIL_INCIDENT_SUBJECT,
                "reference",
                reference,
                "what",
                categoryName(concern.category()),
                "place",
                oneLine(evidence.place()));
        String introduction = wording.say(Phrase.MAIL_INCIDENT_INTRODUCTION, "reviewer", name(incident.confirmedBy()));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Paragraph(introduction));
        sections.add(new Section.Fact(wording.say(Phrase.MAIL_WHAT), whatWasFound(evidence)));
        sections.add(new Section.Paragraph(wording.say(Phrase.MAIL_MESSAGE) + ":"));
        sections.add(new Section.Quoted(evidence.text(), ""));
        sections.add(new Section.Fact(
                wording.say(Phrase.MAIL_WRITTEN_BY),
                name(evidence.author(), evidence.authorName()) + " ("
                        + evidence.author().value() + ")"));
        sections.add(new Section.Fact(wording.say(Phrase.MAIL_WHERE), evidence.place()));
        sections.add(new Section.Fact(wording.say(Phrase.MAIL_WHEN), Titles.moment(evidence.at())));
        if (!evidence.media().isEmpty()) {
            sections.add(new Section.Fact(wording.say(Phrase.MAIL_MEDIA), mediaList(evidence)));
        }
        sections.add(new Section.Fact(
                wording.say(Phrase.MAIL_CONFIRMED_BY),
                name(incident.confirmedBy()) + ", " + Titles.moment(incident.confirmedAt())));
        sections.add(new Section.Fact(wording.say(Phrase.MAIL_EARLIER), Integer.toString(earlier)));
        clauses(evidence, sections);
        nextStep(nextStep, sections);
        sections.add(new Section.Paragraph(wording.say(
                Phrase.MAIL_FOOTER,
                "days",
                Long.toString(school.retention().delivered().toDays()))));
        return new Mail(
                messageId(incident.reference()),
                school.complaintsInbox(),
                subject,
                Section.asText(subject, sections),
                Section.asHtml(subject, sections),
                List.of(),
                Optional.empty());
    }

    private void clauses(Evidence evidence, List<Section> sections) {
        Set<Clause> clauses = evidence.findings().stream()
                .flatMap(finding -> finding.clauses().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!clauses.isEmpty()) {
            sections.add(new Section.Paragraph(wording.say(Phrase.MAIL_CLAUSES) + ":"));
            clauses.forEach(clause -> sections.add(new Section.Quoted(clause.quote(), clause.source())));
        }
    }

    private void nextStep(Optional<Citation> nextStep, List<Section> sections) {
        if (nextStep.isEmpty()) {
            sections.add(new Section.Paragraph(wording.say(Phrase.MAIL_NO_NEXT_STEP)));
            return;
        }
        sections.add(new Section.Paragraph(wording.say(Phrase.MAIL_NEXT_STEP) + ":"));
        sections.add(new Section.Quoted(nextStep.get().quote(), nextStep.get().source()));
    }

    private String whatWasFound(Evidence evidence) {
        return evidence.findings().stream()
                .filter(finding -> finding.category().response().compareTo(Response.REVIEW) >= 0)
                .map(Finding::category)
                .distinct()
                .map(this::categoryName)
                .collect(Collectors.joining("; "));
    }

    private static String mediaList(Evidence evidence) {
        return evidence.media().stream().map(Media::contentType).collect(Collectors.joining(", "));
    }

    /** The urgent word to a named contact, with what their card says. */
    public Mail urgent(Concern concern, String to, Content card, String occasion) {
        String subject = wording.say(
                concern.category() == Category.SAFEGUARDING
                        ? Phrase.MAIL_URGENT_SUBJECT_SAFEGUARDING
                        : Phrase.MAIL_URGENT_SUBJECT_OTHER);
        return plain("urgent." + concern.id().value() + "." + occasion, to, subject, card);
    }

    /** What a staff member could not be told in chat, by e-mail instead. */
    public Mail insteadOfChat(String id, String to, Content content) {
        String subject = content.title().isEmpty() ? school.name() : oneLine(content.title());
        return plain("chat." + id, to, subject, content);
    }

    /** The alarm that an incident's e-mail was given up. */
    public Mail dead(Reference reference, String to, String reason) {
        String subject = wording.say(Phrase.MAIL_DEAD_SUBJECT, "reference", reference.value());
        String body = wording.say(Phrase.MAIL_DEAD_BODY, "reference", reference.value(), "reason", reason);
        return plain("dead." + reference.value(), to, subject, Content.ofText(body));
    }

    private static Mail plain(String id, String to, String subject, Content content) {
        List<Section> sections = new ArrayList<>();
        for (Block block : content.blocks()) {
            sections.add(
                    switch (block) {
                        case Block.Text(String text) -> new Section.Paragraph(text);
                        case Block.Quote(String text, String source) -> new Section.Quoted(text, source);
                    });
        }
        return new Mail(
                id + "@" + DOMAIN,
                to,
                subject,
                Section.asText(subject, sections),
                Section.asHtml(subject, sections),
                List.of(),
                Optional.empty());
    }

    private String categoryName(Category category) {
        return wording.say(Phrase.valueOf("CATEGORY_" + category.name()));
    }

    private String name(PersonId person) {
        return name(person, person.value());
    }

    private String name(PersonId person, String otherwise) {
        return roll.nameOf(person).orElse(otherwise);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
