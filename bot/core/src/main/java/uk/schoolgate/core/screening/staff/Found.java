package uk.schoolgate.core.screening.staff;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.screening.staff.StaffSighting.Form;

/**
 * What was found in a sentence.
 *
 * @param first index of its first word
 * @param until index after its last word
 * @param start index of its first char in the message
 * @param end index after its last char in the message
 * @param form how they are called
 * @param staff ids of who may be meant
 */
record Found(int first, int until, int start, int end, Form form, Set<String> staff) {
    static Found of(Line line, int first, int until, Form form, Collection<StaffMember> staff) {
        return new Found(first, until, line.start(first), line.end(until - 1), form, ids(staff));
    }

    /** A name, if anybody bears it. */
    static Optional<Found> name(Line line, int first, int until, Collection<StaffMember> staff) {
        return staff.isEmpty() ? Optional.empty() : Optional.of(of(line, first, until, Form.NAME, staff));
    }

    static Set<String> ids(Collection<StaffMember> staff) {
        Set<String> ids = new LinkedHashSet<>();
        staff.forEach(member -> ids.add(member.id().value()));
        return ids;
    }
}
