package uk.schoolgate.core.concern;

import java.util.List;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/** The private word to the author of something urgent: it names who really is told, and sends nobody to whom they accuse. */
final class UrgentWords {
    private final School school;
    private final Roll roll;
    private final Wording wording;

    UrgentWords(School school, Roll roll, Wording wording) {
        this.school = school;
        this.roll = roll;
        this.wording = wording;
    }

    String of(Concern concern) {
        List<PersonId> told = concern.circle().contacts();
        if (told.isEmpty()) {
            return wording.say(Phrase.NOTICE_NOBODY_FREE);
        }
        return wording.say(
                phrase(concern.category(), told),
                "contact",
                Titles.contact(wording, school.office()),
                "lead",
                nameOf(school.safeguardingLead()),
                "chair",
                school.chairOfGovernors().map(this::nameOf).orElse(""),
                "person",
                nameOf(told.getFirst()),
                "others",
                othersThanLead(told));
    }

    private Phrase phrase(Category category, List<PersonId> told) {
        return switch (category) {
            case SAFEGUARDING -> ofHarm(told);
            case STAFF_ALLEGATION -> ofAllegation(told);
            case THREAT -> told.contains(school.headteacher()) ? Phrase.NOTICE_THREAT : Phrase.NOTICE_THREAT_ELSEWHERE;
            case HATE -> told.contains(school.headteacher()) ? Phrase.NOTICE_HATE : Phrase.NOTICE_HATE_ELSEWHERE;
            default -> throw new IllegalArgumentException(category + " is not urgent");
        };
    }

    private Phrase ofHarm(List<PersonId> told) {
        if (!told.contains(school.safeguardingLead())) {
            return Phrase.NOTICE_SAFEGUARDING_ELSEWHERE;
        }
        return told.size() == 1 ? Phrase.NOTICE_SAFEGUARDING : Phrase.NOTICE_SAFEGUARDING_AND_OTHERS;
    }

    private Phrase ofAllegation(List<PersonId> told) {
        if (told.contains(school.headteacher())) {
            return Phrase.NOTICE_STAFF_ALLEGATION;
        }
        boolean chairAlone =
                school.chairOfGovernors().map(List::of).filter(told::equals).isPresent();
        return chairAlone ? Phrase.NOTICE_HEAD_ALLEGATION : Phrase.NOTICE_ALLEGATION_ELSEWHERE;
    }

    private String othersThanLead(List<PersonId> told) {
        List<String> names = told.stream()
                .filter(person -> !person.equals(school.safeguardingLead()))
                .map(this::nameOf)
                .toList();
        return String.join(", ", names);
    }

    private String nameOf(PersonId person) {
        return roll.nameOf(person).orElse(school.name());
    }
}
