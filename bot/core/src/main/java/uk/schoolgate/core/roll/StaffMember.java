package uk.schoolgate.core.roll;

import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.school.PersonId;

/**
 * A line of {@code roll/staff.csv}: staff and governors.
 *
 * @param id the school's id of the person
 * @param title "Mrs", "Mr", "Dr"…; empty where not given
 * @param forename first name
 * @param surname family name
 * @param role for instance "Headteacher" or "Class teacher, Kestrel"
 * @param aliases other names that people use for them
 * @param email work address; maps Teams identities and reaches the named contacts
 */
public record StaffMember(
        PersonId id,
        String title,
        String forename,
        String surname,
        String role,
        List<String> aliases,
        Optional<String> email) {
    public StaffMember {
        aliases = List.copyOf(aliases);
    }

    /** The name to address them by, for instance "Mrs Okafor". */
    public String formalName() {
        return title.isEmpty() ? forename + " " + surname : title + " " + surname;
    }
}
