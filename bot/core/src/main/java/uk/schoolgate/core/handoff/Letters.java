package uk.schoolgate.core.handoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.concern.Change;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.Effect.FollowUpNote;
import uk.schoolgate.core.concern.Effect.OfficeNote;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Review;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/** Writes the e-mails: incidents to the complaints inbox, urgent words to named contacts, alarms. */
public final class Letters {
    static final String DOMAIN = "schoolgate.invalid";

    private final School school;
    private final Names names;
    private final Wording wording;
    private final IncidentLetter incidentLetter;
    private final OfficeLetter office;
    private final IncidentFiles incidentFiles;

    /** @param files writes {@code incident.json} */
    public Letters(School school, Roll roll, Wording wording, IncidentFile.Writer files) {
        this.school = school;
        this.names = new Names(roll);
        this.wording = wording;
        this.incidentLetter = new IncidentLetter(school, names, wording);
        this.office = new OfficeLetter(school, names, wording);
        this.incidentFiles = new IncidentFiles(school, names, files);
    }

    /**
     * The Message-ID of an incident's e-mail: always the same for the same incident, and never that of another, also where
     * a store that was emptied counts from 0001 again.
     */
    public static String messageId(Reference reference, ConcernId concern) {
        return "incident." + reference.value() + "." + concern.value() + "@" + DOMAIN;
    }

    /**
     * The incident's e-mail.
     *
     * @param earlier how many incidents of each author were confirmed in the last 12 months, this one included
     * @param guidance what the school's own policies say about what happens now
     */
    public Mail incident(Incident incident, Concern concern, Map<PersonId, Integer> earlier, Guidance guidance) {
        return incidentLetter.write(
                incident, concern, earlier, guidance, incidentFiles.of(incident, concern, earlier, guidance));
    }

    /**
     * What happened after the hand-over, in the same thread.
     *
     * @param occasion tells it from other news of the same incident
     */
    public Mail followUp(Reference reference, Concern concern, Evidence message, FollowUpNote note, String occasion) {
        String subject = wording.say(
                Phrase.MAIL_FOLLOW_UP_SUBJECT, "reference", reference.value(), "what", wording.say(whatOf(note)));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Paragraph(wording.say(whatOf(note)) + "."));
        sections.add(new Section.Fact(wording.say(Phrase.MAIL_WRITTEN_BY), names.ofAuthor(message)));
        switch (note) {
            case CHANGED ->
                sections.add(new Section.Quoted(
                        message.changes().isEmpty()
                                ? ""
                                : message.changes().getLast().text(),
                        ""));
            case EXPLAINED ->
                sections.add(new Section.Quoted(
                        concern.review()
                                .objectionOf(message.author())
                                .map(Review.Objection::words)
                                .orElse(""),
                        ""));
            case GONE, OBJECTED -> {
                // The first line says it all.
            }
        }
        message.changes().stream()
                .map(Change::at)
                .reduce((first, last) -> last)
                .ifPresent(at ->
                        sections.add(new Section.Fact(wording.say(Phrase.MAIL_WHEN), Titles.moment(wording, at))));
        return mail(
                "incident." + reference.value() + "." + occasion,
                school.complaintsInbox(),
                subject,
                sections,
                Optional.of(messageId(reference, concern.id())));
    }

    private static Phrase whatOf(FollowUpNote note) {
        return switch (note) {
            case CHANGED -> Phrase.MAIL_FOLLOW_UP_CHANGED;
            case GONE -> Phrase.MAIL_FOLLOW_UP_GONE;
            case OBJECTED -> Phrase.MAIL_FOLLOW_UP_OBJECTED;
            case EXPLAINED -> Phrase.MAIL_FOLLOW_UP_EXPLAINED;
        };
    }

    /** The urgent word to a named contact, with what their card says; a second one joins the thread of the first. */
    public Mail urgent(Concern concern, String to, PersonId reader, Content card, String occasion) {
        String subject = wording.say(
                concern.category() == Category.SAFEGUARDING
                        ? Phrase.MAIL_URGENT_SUBJECT_SAFEGUARDING
                        : Phrase.MAIL_URGENT_SUBJECT_OTHER);
        String id = "urgent." + concern.id().value();
        List<Section> sections = sections(card);
        withoutButtons(card, reader, sections);
        return mail(id + "." + occasion, to, subject, sections, Optional.of(id + "@" + DOMAIN));
    }

    /**
     * Asks the office for help with a concern, or tells it how it ended; it does not say what was written.
     *
     * @param occasion tells a request from earlier ones of its kind
     */
    public Mail toOffice(Concern concern, OfficeNote note, String occasion) {
        return office.write(concern, note, occasion);
    }

    /**
     * What a staff member could not be told in chat, by e-mail instead; where that had buttons, how to decide without them.
     *
     * @param reader who they are
     */
    public Mail insteadOfChat(String id, String to, PersonId reader, Content content) {
        String subject = content.title().isEmpty() ? school.name() : Names.oneLine(content.title());
        List<Section> sections = sections(content);
        withoutButtons(content, reader, sections);
        return mail("chat." + id, to, subject, sections, Optional.empty());
    }

    private void withoutButtons(Content content, PersonId reader, List<Section> sections) {
        if (!content.buttons().isEmpty()) {
            sections.add(new Section.Paragraph(wording.say(Phrase.MAIL_NO_BUTTONS)));
            content.buttons()
                    .forEach(button -> sections.add(
                            new Section.Fact(button.label(), "decide " + button.action() + " --by " + reader.value())));
        }
    }

    /**
     * The alarm that an incident's e-mail was given up.
     *
     * @param occasion tells it from that of another time
     */
    public Mail dead(Reference reference, String to, String reason, String occasion) {
        String subject = wording.say(Phrase.MAIL_DEAD_SUBJECT, "reference", reference.value());
        Content body =
                Content.ofText(wording.say(Phrase.MAIL_DEAD_BODY, "reference", reference.value(), "reason", reason));
        return mail("dead." + occasion, to, subject, sections(body), Optional.empty());
    }

    /**
     * Asks the office to have the set-up of a platform mended.
     *
     * @param what there is to mend
     * @param occasion tells it from earlier ones
     */
    public Mail notSetUp(String what, String occasion) {
        Content content = Content.ofText(
                wording.say(Phrase.MAIL_SET_UP_WHAT, "what", what), wording.say(Phrase.MAIL_SET_UP_MEANWHILE));
        String subject = wording.say(Phrase.MAIL_SET_UP_SUBJECT);
        return mail("set-up." + occasion, school.officeInbox(), subject, sections(content), Optional.empty());
    }

    /**
     * Tells the office that the bot was taken out of a group.
     *
     * @param group its name; empty where {@code school.yaml} does not list it
     * @param at when, as people read it
     * @param occasion tells it from earlier ones
     */
    public Mail leftGroup(Optional<String> group, String at, String occasion) {
        String what = group.map(name -> wording.say(Phrase.MAIL_LEFT_GROUP, "group", name, "at", at))
                .orElseGet(() -> wording.say(Phrase.MAIL_LEFT_UNLISTED, "at", at));
        Content content = Content.ofText(what, wording.say(Phrase.MAIL_LEFT_NOW));
        String subject = wording.say(Phrase.MAIL_LEFT_SUBJECT);
        return mail("left." + occasion, school.officeInbox(), subject, sections(content), Optional.empty());
    }

    /**
     * Asks the office to have somebody taken out of a group.
     *
     * @param person who asked to get no more messages
     * @param group its name
     * @param at when, as people read it
     * @param occasion tells it from earlier ones
     */
    public Mail optedOut(PersonId person, String group, String at, String occasion) {
        Content content = Content.ofText(
                wording.say(Phrase.MAIL_OPTED_OUT_WHO, "person", names.of(person), "group", group, "at", at),
                wording.say(Phrase.MAIL_OPTED_OUT_NOW));
        String subject = wording.say(Phrase.MAIL_OPTED_OUT_SUBJECT);
        return mail("opted-out." + occasion, school.officeInbox(), subject, sections(content), Optional.empty());
    }

    /**
     * The alarm of the daily reconciliation.
     *
     * @param content what is amiss
     * @param day tells it from those of other days
     */
    public Mail reconciliation(String to, Content content, String day) {
        return mail("reconciliation." + day, to, content.title(), sections(content), Optional.empty());
    }

    static List<Section> sections(Content content) {
        List<Section> sections = new ArrayList<>();
        for (Block block : content.blocks()) {
            sections.add(
                    switch (block) {
                        case Block.Text(String text) -> new Section.Paragraph(text);
                        case Block.Quote(String text, String source) -> new Section.Quoted(text, source);
                    });
        }
        return sections;
    }

    private Mail mail(String id, String to, String subject, List<Section> sections, Optional<String> thread) {
        return mail(school, id, to, subject, sections, thread);
    }

    static Mail mail(
            School school, String id, String to, String subject, List<Section> sections, Optional<String> thread) {
        // An id may be made from a platform's own: nothing but what a header allows stays.
        String local = school.code().value().toLowerCase(Locale.ROOT) + "." + id.replaceAll("[^A-Za-z0-9.-]", "-");
        return new Mail(
                local + "@" + DOMAIN,
                to,
                subject,
                Section.asText(subject, sections),
                Section.asHtml(subject, sections),
                List.of(),
                thread);
    }
}
