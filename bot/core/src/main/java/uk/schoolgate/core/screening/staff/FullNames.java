package uk.schoolgate.core.screening.staff;

import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.roll.StaffMember;

/** Finds staff by first name and surname, in either order. */
final class FullNames {
    private final StaffNames names;

    FullNames(StaffNames names) {
        this.names = names;
    }

    /** The member of staff whose full name begins at that word. */
    Optional<Found> at(Line line, int at) {
        if (!line.isJoined(at)) {
            return Optional.empty();
        }
        List<StaffMember> called = names.withFirstName(line.key(at));
        boolean initial = called.isEmpty() && line.key(at).length() == 1 && line.isCapitalised(at);
        if (called.isEmpty() && !initial) {
            return reversed(line, at);
        }
        int length = names.surnameLength(line, at + 1);
        List<StaffMember> both = names.withSurname(names.surnameAt(line, at + 1, length)).stream()
                .filter(member -> initial ? startsWith(member, line.key(at)) : called.contains(member))
                .toList();
        return Found.name(line, at, at + 1 + length, both);
    }

    private static boolean startsWith(StaffMember member, String letter) {
        return member.forename().regionMatches(true, 0, letter, 0, 1);
    }

    private Optional<Found> reversed(Line line, int at) {
        List<StaffMember> surnamed = names.withSurname(line.key(at));
        List<StaffMember> both = surnamed.isEmpty()
                ? surnamed
                : names.withFirstName(line.key(at + 1)).stream()
                        .filter(surnamed::contains)
                        .toList();
        return Found.name(line, at, at + 2, both);
    }
}
