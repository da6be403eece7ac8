package uk.schoolgate.adapter.whatsapp.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.ServedSchools.Served;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Finds the school that somebody on the private line means: one number may serve several. */
final class SenderSchool {
    /** What the link and the QR code write for a person: "Hello ALDER". */
    private static final Pattern HELLO = Pattern.compile("hello ([A-Za-z]{2,5})[.!]?", Pattern.CASE_INSENSITIVE);

    private final ServedSchools schools;
    private final Contacts contacts;

    SenderSchool(ServedSchools schools, Contacts contacts) {
        this.schools = schools;
        this.contacts = contacts;
    }

    /** The school that a hello names. */
    Optional<SchoolCode> named(String text) {
        Matcher hello = HELLO.matcher(text.strip());
        return hello.matches()
                ? schools.all().stream()
                        .map(served -> served.school().code())
                        .filter(code -> code.value().equals(hello.group(1).toUpperCase(Locale.ROOT)))
                        .findFirst()
                : Optional.empty();
    }

    /** The school of somebody: named, known from before, on its roll, or the only one. */
    Optional<SchoolCode> of(PersonId person, String text) {
        List<SchoolCode> all =
                schools.all().stream().map(served -> served.school().code()).toList();
        if (all.size() == 1) {
            return Optional.of(all.getFirst());
        }
        return named(text)
                .or(() -> all.stream()
                        .filter(code -> contacts.standing(code, person) != Contacts.Standing.NEVER_IN_TOUCH)
                        .findFirst())
                .or(() -> schools.all().stream()
                        .filter(served -> knows(served, person))
                        .map(served -> served.school().code())
                        .findFirst());
    }

    /** Every school that may message somebody over this number: who says stop to it means all of them. */
    List<SchoolCode> allOf(PersonId person, SchoolCode found) {
        return schools.all().stream()
                .map(served -> served.school().code())
                .filter(code ->
                        code.equals(found) || contacts.standing(code, person) != Contacts.Standing.NEVER_IN_TOUCH)
                .toList();
    }

    private static boolean knows(Served served, PersonId person) {
        return served.roll().nameOf(person).isPresent()
                || served.school().groups().stream()
                        .anyMatch(group -> group.reviewers().contains(person));
    }
}
