package uk.schoolgate.core.screening;

import java.util.Set;

/**
 * A place in a message that means a member of staff or a governor.
 *
 * @param span where
 * @param sentence index of the sentence that carries it
 * @param staff ids of who may be meant; empty where it is somebody of the school whom the roll does not list
 */
record StaffMention(Span span, int sentence, Set<String> staff) {
    StaffMention {
        staff = Set.copyOf(staff);
    }
}
