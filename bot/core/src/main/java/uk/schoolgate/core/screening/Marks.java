package uk.schoolgate.core.screening;

import uk.schoolgate.core.screening.judging.Mark;
import uk.schoolgate.core.screening.naming.ChildSighting;
import uk.schoolgate.core.screening.naming.Likeness;
import uk.schoolgate.core.screening.staff.StaffSighting;

/** Chooses the mark for what was found. */
final class Marks {
    private Marks() {}

    static Mark of(ChildSighting child) {
        return switch (child.form()) {
            case FULL_NAME -> child.likeness() == Likeness.UNKNOWN ? Mark.UNKNOWN_FULL_NAME : Mark.CHILD_FULL_NAME;
            case SURNAME -> Mark.CHILD_SURNAME;
            case INITIALS -> Mark.CHILD_INITIALS;
            case KINSHIP -> Mark.CHILD_KINSHIP;
            case FIRST_NAME -> child.own() ? ofOwn(child) : ofFirstName(child);
        };
    }

    private static Mark ofOwn(ChildSighting child) {
        return child.everydayWord() ? Mark.WORD_OR_OWN_CHILD : Mark.OWN_CHILD;
    }

    private static Mark ofFirstName(ChildSighting child) {
        if (child.likeness() == Likeness.UNKNOWN) {
            return Mark.UNKNOWN_FIRST_NAME;
        }
        if (child.adjoining()) {
            return Mark.CHILD_IN_LONGER_NAME;
        }
        if (child.everydayWord()) {
            return child.capital() ? Mark.CAPITAL_WORD_OR_CHILD : Mark.WORD_OR_CHILD;
        }
        return switch (child.likeness()) {
            case DISGUISED -> Mark.CHILD_DISGUISED;
            case RESPELT, GUESSED -> Mark.RESPELT_CHILD;
            default -> child.expected() ? Mark.CHILD : Mark.CHILD_ELSEWHERE;
        };
    }

    static Mark of(StaffSighting member) {
        return switch (member.form()) {
            case NAME -> Mark.STAFF;
            case FIRST_NAME -> Mark.STAFF_FIRST_NAME;
            case INITIAL -> member.staff().isEmpty() ? Mark.STAFF_UNLISTED : Mark.STAFF;
            case UNLISTED -> Mark.STAFF_UNLISTED;
            case ROLE -> Mark.STAFF_ROLE;
        };
    }
}
