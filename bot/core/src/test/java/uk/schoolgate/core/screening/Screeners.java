package uk.schoolgate.core.screening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Office;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Retention;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Wording;

/** A screener over a small school without policies. */
final class Screeners {
    static final PersonId OLLIES_FATHER = new PersonId("+447700900132");
    static final PersonId STRANGER = new PersonId("+447700900199");

    private Screeners() {}

    static RuleScreener withRoll() {
        return new RuleScreener(school(), roll(), text -> List.of(), new ClauseFinder(noPolicies()), Wording.english());
    }

    static RuleScreener withoutRoll() {
        return new RuleScreener(
                school(), Roll.EMPTY, text -> List.of(), new ClauseFinder(noPolicies()), Wording.english());
    }

    static ScreeningInput inKestrel(String text) {
        return new ScreeningInput(text, STRANGER, Set.of("Kestrel"), List.of());
    }

    static ScreeningInput inKestrel(String text, PersonId author) {
        return new ScreeningInput(text, author, Set.of("Kestrel"), List.of());
    }

    static ScreeningInput withPhoto(String text) {
        return new ScreeningInput(text, STRANGER, Set.of("Kestrel"), List.of(new Media("image/jpeg", "ME1")));
    }

    private static School school() {
        return new School(
                new SchoolCode("TST"),
                "Test Primary School",
                "complaints@test.example",
                new Office(Optional.of("01632 960999"), Optional.of("office@test.example")),
                new PersonId("S01"),
                new PersonId("S02"),
                Optional.empty(),
                List.of(),
                Mode.WATCH,
                Retention.DEFAULT,
                List.of());
    }

    private static Roll roll() {
        return new Roll(
                List.of(
                        pupil("P01", "Oliver", "Smith", "Kestrel"),
                        pupil("P02", "Grace", "Okafor", "Kestrel"),
                        pupil("P03", "Zuzanna", "Kowalska", "Kestrel"),
                        pupil("P04", "Oliver", "Brown", "Robin"),
                        pupil("P05", "Amelia", "Khan", "Robin"),
                        pupil("P06", "Łucja", "Nowak", "Kestrel")),
                List.of(
                        staff("S01", "Mrs", "Ruth", "Adeyemi", "Headteacher"),
                        staff("S03", "Mrs", "Anna", "Patel", "Class teacher, Kestrel")),
                List.of(new Contact(OLLIES_FATHER, "Dan Smith", "father", "P01")));
    }

    private static Pupil pupil(String id, String forename, String surname, String schoolClass) {
        return new Pupil(id, forename, surname, Optional.empty(), "4", schoolClass);
    }

    private static StaffMember staff(String id, String title, String forename, String surname, String role) {
        return new StaffMember(new PersonId(id), title, forename, surname, role, List.of(), Optional.empty());
    }

    private static PolicyIndex noPolicies() {
        return new PolicyIndex() {
            @Override
            public List<Hit> search(String words, Asker asker, int most) {
                return List.of();
            }

            @Override
            public List<PolicyDocument> documents(Asker asker) {
                return List.of();
            }
        };
    }
}
