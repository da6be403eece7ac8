package uk.schoolgate.core.screening.staff;

import java.util.Set;
import uk.schoolgate.core.text.Span;

/**
 * A place in a message that means a member of staff or a governor.
 *
 * @param span where, without a possessive ending
 * @param sentence index of the sentence that carries it
 * @param form how they are called
 * @param staff ids of who may be meant; empty where it is somebody of the school whom the roll does not tell
 */
public record StaffSighting(Span span, int sentence, Form form, Set<String> staff) {
    public StaffSighting {
        staff = Set.copyOf(staff);
    }

    /** How a member of staff is called. */
    public enum Form {
        /** Title and surname, title and first name, full name, surname, or a name that the roll gives as an alias. */
        NAME,
        /** A first name alone. */
        FIRST_NAME,
        /** Title and initial, such as "Mrs P". */
        INITIAL,
        /** Title and a surname that nobody on the roll has: a supply teacher, perhaps, or nobody of the school. */
        UNLISTED,
        /** What they do: "the head", "the Y4 teacher", "that woman on reception". */
        ROLE
    }
}
