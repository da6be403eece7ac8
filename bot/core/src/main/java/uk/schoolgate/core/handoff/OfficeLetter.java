package uk.schoolgate.core.handoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.Effect.OfficeNote;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/** Writes the e-mails that ask the office for help with a concern; they never say what was written. */
final class OfficeLetter {
    private final School school;
    private final Names names;
    private final Wording wording;

    OfficeLetter(School school, Names names, Wording wording) {
        this.school = school;
        this.names = names;
        this.wording = wording;
    }

    Mail write(Concern concern, OfficeNote note, String occasion) {
        List<Section> sections = new ArrayList<>();
        paragraphs(concern, note).forEach(text -> sections.add(new Section.Paragraph(text)));
        String to = school.officeInbox();
        String id = "waiting." + concern.id().value() + "." + occasion;
        return Letters.mail(school, id, to, subject(concern, note), sections, Optional.empty());
    }

    private String subject(Concern concern, OfficeNote note) {
        return switch (note) {
            case REMIND, NOBODY_REACHED -> wording.say(Phrase.MAIL_OFFICE_SUBJECT);
            case RING ->
                Names.oneLine(wording.say(
                        Phrase.MAIL_OFFICE_RING_SUBJECT,
                        "people",
                        people(concern.circle().contacts())));
            case NOBODY_FREE -> wording.say(Phrase.MAIL_OFFICE_NOBODY_FREE_SUBJECT);
            case EXPIRED -> wording.say(Phrase.MAIL_OFFICE_EXPIRED_SUBJECT);
        };
    }

    private List<String> paragraphs(Concern concern, OfficeNote note) {
        List<PersonId> asked = concern.review().deciders();
        return switch (note) {
            case REMIND ->
                List.of(
                        waiting(concern),
                        asked.isEmpty()
                                ? wording.say(Phrase.MAIL_OFFICE_NOBODY)
                                : wording.say(Phrase.MAIL_OFFICE_ASKED, "people", people(asked)),
                        wording.say(Phrase.MAIL_OFFICE_WHY));
            case NOBODY_REACHED ->
                List.of(
                        waiting(concern),
                        wording.say(Phrase.MAIL_OFFICE_NOT_REACHED, "people", people(asked)),
                        wording.say(
                                Phrase.MAIL_OFFICE_BY_HAND,
                                "concern",
                                concern.id().value()),
                        wording.say(Phrase.MAIL_OFFICE_WHY));
            case RING ->
                List.of(
                        wording.say(
                                Phrase.MAIL_OFFICE_RING,
                                "people",
                                people(concern.circle().contacts())),
                        wording.say(Phrase.MAIL_OFFICE_RING_WHY));
            case NOBODY_FREE ->
                List.of(
                        wording.say(Phrase.MAIL_OFFICE_NOBODY_FREE),
                        wording.say(Phrase.MAIL_OFFICE_NOBODY_FREE_ASK, "end", endOf(concern)),
                        wording.say(Phrase.MAIL_OFFICE_NOBODY_FREE_NAME));
            case EXPIRED -> List.of(waiting(concern), wording.say(Phrase.MAIL_OFFICE_EXPIRED));
        };
    }

    /** How long it is kept, counted as the clock counts it. */
    private String endOf(Concern concern) {
        Instant end = school.time().after(concern.raisedAt(), school.retention().unconfirmed());
        return Titles.moment(wording, end);
    }

    private String waiting(Concern concern) {
        String place = Names.oneLine(concern.evidence().place());
        return wording.say(
                Phrase.MAIL_OFFICE_WAITING, "place", place, "at", Titles.moment(wording, concern.raisedAt()));
    }

    private String people(List<PersonId> people) {
        return String.join(", ", people.stream().map(names::of).toList());
    }
}
