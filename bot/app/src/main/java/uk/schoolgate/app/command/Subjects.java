package uk.schoolgate.app.command;

import java.util.Optional;
import uk.schoolgate.adapter.teams.TeamsNames;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.wiring.LiveStore;
import uk.schoolgate.core.keeping.Subject;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.PersonId;

/** Whom {@code export} and {@code erase} are about, by all names that something may be kept under. */
final class Subjects {
    private Subjects() {}

    static Subject of(PersonId person, SchoolFolder folder, LiveStore live) {
        Optional<String> email = folder.roll().staffMember(person).flatMap(StaffMember::email);
        return new Subject(
                person, TeamsNames.of(live.store().notebook(), folder.school().code(), person, email));
    }
}
