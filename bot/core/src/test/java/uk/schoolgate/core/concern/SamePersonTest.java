package uk.schoolgate.core.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.PersonId;

/** A teacher who is also a parent must not decide on their own child, however the office spelt the name. */
class SamePersonTest {
    private static final PersonId TEACHER = new PersonId("S01");
    private static final PersonId PHONE = new PersonId("+447700900123");

    private static SamePerson people(String contact) {
        StaffMember teacher =
                new StaffMember(TEACHER, "Mrs", "Siobhán", "O'Brien-Hale", "Teacher", List.of(), Optional.empty());
        return new SamePerson(
                new Roll(List.of(), List.of(teacher), List.of(new Contact(PHONE, contact, "mother", "P01"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Siobhán O'Brien-Hale",
                "siobhan o’brien hale",
                "Mrs Siobhan OBrien-Hale",
                "Dr. Siobhan  O`Brien Hale"
            })
    void titlesAccentsAndApostrophesMakeNoOtherPerson(String contact) {
        assertThat(people(contact).idsOf(TEACHER)).containsExactlyInAnyOrder(TEACHER, PHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shane O'Brien-Hale", "Siobhan Hale", "Mrs"})
    void anotherNameDoes(String contact) {
        assertThat(people(contact).idsOf(TEACHER)).containsExactly(TEACHER);
    }
}
