package uk.schoolgate.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;

/** What may stand in the headers of an e-mail. */
class NamesTest {
    private static final PersonId PARENT = new PersonId("+447700900132");

    private final Names names = new Names(new Roll(
            List.of(
                    pupil("P01", "Oliver", "Fletcher-Brown", "Robin"),
                    pupil("P02", "Ellie-Mae", "da Silva", "Robin"),
                    pupil("P03", "Zoë", "O'Neill", "Robin"),
                    pupil("P04", "Robin", "Hale", "4 Kestrel")),
            List.of(),
            List.of()));

    private static Pupil pupil(String id, String forename, String surname, String schoolClass) {
        return new Pupil(id, forename, surname, Optional.empty(), "4", schoolClass);
    }

    private static Evidence at(String place, PersonId author) {
        return new Evidence(
                new EventId("m1"),
                "text",
                List.of(),
                author,
                "Dan",
                place,
                Instant.parse("2026-11-17T12:00:00Z"),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ellie-Mae's party",
                "ELLIE MAE’S 5th",
                "elliemae",
                "Fletcher-Brown family",
                "The Browns’ and Brown lot",
                "da Silva family",
                "Ollie's birthday",
                "Olly",
                "Zoe O’Neill leaving do",
                "oneill",
                "Hale and hearty"
            })
    void aPlaceThatMayNameAPupilStaysOutOfTheSubject(String place) {
        assertThat(names.mayStandInSubject(at(place, PARENT))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 Kestrel parents", "Robin parents", "Year 4 class reps", "PTA"})
    void anyOtherMayStandThere(String place) {
        assertThat(names.mayStandInSubject(at(place, PARENT))).isTrue();
    }

    @Test
    void thePlaceOfAMessageThatWasSentOnIsInSomebodysOwnWords() {
        assertThat(names.mayStandInSubject(at("PTA", PersonId.unknown("f1")))).isFalse();
    }

    /** ASCII has control characters, and so has Latin-1. */
    @Test
    void whateverIsMadeOneLineIsTakenAsAHeader() {
        for (char control = 0; control <= 0x9F; control++) {
            if (Character.isISOControl(control)) {
                String line = Names.oneLine("4 Kestrel" + control + "parents");
                assertThat(line).isEqualTo("4 Kestrel parents");
                assertThat(new Mail("id", "to", line, "", "", List.of(), Optional.empty()).subject())
                        .isEqualTo(line);
            }
        }
    }
}
