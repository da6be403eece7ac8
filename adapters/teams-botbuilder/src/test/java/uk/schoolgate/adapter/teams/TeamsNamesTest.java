package uk.schoolgate.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** Everything that Teams calls somebody, so that what is kept about them is found. */
class TeamsNamesTest {
    private static final String GUID = "b6c1f3a0-0000-4000-8000-000000000001";

    private final SettableClock clock = SettableClock.onATuesday();
    private final InMemoryNotebook notebook = new InMemoryNotebook(clock);
    private final Memory memory = new Memory(notebook, clock);

    private void meet(String guid, String teamsId, String... emails) {
        memory.rememberPerson(
                Samples.CODE, new Memory.Person(guid, teamsId, List.of(emails), false, false, clock.millis()));
    }

    @Test
    void somebodyOfTheStaffListIsKnownByEveryNameOfTheirs() {
        meet(GUID, "29:anna", "a.patel@test.example", "apatel@signin.example");
        memory.rememberTeamsId(Samples.CODE, GUID, "29:anna-now");
        memory.rememberChat(
                Samples.CODE, GUID, new Memory.Place("a:chat-with-anna", "https://teams.example/", "28:bot"));
        meet("somebody-else", "29:else", "else@test.example");
        assertThat(TeamsNames.of(notebook, Samples.CODE, Samples.TEACHER, Optional.of(" A.Patel@Test.example ")))
                .containsExactlyInAnyOrder(
                        "a.patel@test.example",
                        "apatel@signin.example",
                        GUID,
                        "29:anna",
                        "29:anna-now",
                        "a:chat-with-anna");
    }

    @Test
    void aGuestIsFoundByTheirEntraId() {
        meet(GUID, "", "guest@elsewhere.example");
        assertThat(TeamsNames.of(notebook, Samples.CODE, new PersonId(GUID), Optional.empty()))
                .containsExactlyInAnyOrder(GUID, "guest@elsewhere.example");
    }

    @Test
    void whomTeamsHasNeverShownHasTheirAddressAlone() {
        assertThat(TeamsNames.of(notebook, Samples.CODE, Samples.TEACHER, Optional.of("a.patel@test.example")))
                .containsExactly("a.patel@test.example");
        assertThat(TeamsNames.of(notebook, Samples.CODE, Samples.REP, Optional.empty()))
                .isEmpty();
    }
}
