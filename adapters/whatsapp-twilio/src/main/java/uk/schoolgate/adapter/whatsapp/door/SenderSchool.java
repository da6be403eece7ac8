package uk.schoolgate.adapter.whatsapp.door;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.ServedSchools.Served;
import uk.schoolgate.adapter.whatsapp.people.Choices;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.QuotableMessages;
import uk.schoolgate.adapter.whatsapp.people.SchoolInUse;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Finds the school that somebody on the private line means: one number may serve several. */
final class SenderSchool {
    /** What the link and the QR code write for a person: "Hello ALDER". */
    private static final Pattern HELLO = Pattern.compile("hello ([A-Za-z]{2,5})[.!]?", Pattern.CASE_INSENSITIVE);

    private final ServedSchools schools;
    private final Contacts contacts;
    private final Choices choices;
    private final QuotableMessages quotable;
    private final WaitingRoom waiting;
    private final SchoolInUse inUse;

    SenderSchool(
            ServedSchools schools,
            Contacts contacts,
            Choices choices,
            QuotableMessages quotable,
            WaitingRoom waiting,
            SchoolInUse inUse) {
        this.schools = schools;
        this.contacts = contacts;
        this.choices = choices;
        this.quotable = quotable;
        this.waiting = waiting;
        this.inUse = inUse;
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

    /**
     * The school of somebody: the only one, the one that they name or answer, of those that they know the one that they
     * wrote to last, or one on whose roll they are.
     *
     * @param payload of the button that they pressed; empty where they wrote
     * @param quoted Twilio's id of the message that they swiped to reply; empty where they swiped none
     */
    Optional<SchoolCode> of(PersonId person, String text, String payload, String quoted) {
        List<SchoolCode> all =
                schools.all().stream().map(served -> served.school().code()).toList();
        if (all.size() == 1) {
            return Optional.of(all.getFirst());
        }
        List<SchoolCode> known = all.stream()
                .filter(code -> contacts.standing(code, person) != Contacts.Standing.NEVER_IN_TOUCH)
                .sorted(Comparator.comparing((SchoolCode code) -> inUse.lastUsed(code, person))
                        .reversed())
                .toList();
        return named(text)
                .or(() -> known.stream()
                        .filter(code -> quotable.has(code, person, quoted))
                        .findFirst())
                .or(() -> known.stream()
                        .filter(code -> isAnswered(code, person, text, payload))
                        .findFirst())
                .or(() -> known.stream().findFirst())
                .or(() -> schools.all().stream()
                        .filter(served -> knows(served, person))
                        .map(served -> served.school().code())
                        .findFirst());
    }

    /** Whether it is to this school that a button or a number is an answer. */
    private boolean isAnswered(SchoolCode school, PersonId person, String text, String payload) {
        if (WaitingRoom.isKnock(payload)) {
            return waiting.hasKnocked(school, person);
        }
        return payload.isEmpty()
                ? choices.read(school, person, text, "") instanceof Choices.Reply.Chosen
                : inUse.hasShown(school, person, payload);
    }

    /** One of the schools behind the number; empty while there is none. */
    Optional<SchoolCode> any() {
        return schools.all().stream().map(served -> served.school().code()).findFirst();
    }

    /** Every school that may message somebody over this number: who says stop to it means all of them. */
    List<SchoolCode> allOf(PersonId person, SchoolCode found) {
        return allOf(schools, contacts, person, found);
    }

    static List<SchoolCode> allOf(ServedSchools schools, Contacts contacts, PersonId person, SchoolCode found) {
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
