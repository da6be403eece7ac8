package uk.schoolgate.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentTalkTest {
    private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");

    private final RecentTalk talk = new RecentTalk();

    @Test
    void givesWhatWasSaidJustBeforeInTheSameGroup() {
        assertThat(talk.before("a", "1", NOON, "one")).isEmpty();
        assertThat(talk.before("b", "2", NOON, "elsewhere")).isEmpty();
        assertThat(talk.before("a", "3", NOON.plusSeconds(60), "two")).containsExactly("one");
    }

    @Test
    void keepsThreeMessages() {
        for (int i = 1; i <= 4; i++) {
            talk.before("a", "id" + i, NOON.plusSeconds(i), "text " + i);
        }
        assertThat(talk.before("a", "id5", NOON.plusSeconds(5), "text 5"))
                .containsExactly("text 2", "text 3", "text 4");
    }

    @Test
    void forgetsAfterTenMinutes() {
        talk.before("a", "1", NOON, "one");
        assertThat(talk.before("a", "2", NOON.plusSeconds(601), "two")).isEmpty();
    }

    @Test
    void aMessageThatComesAgainIsNotWhatWasSaidBeforeIt() {
        talk.before("a", "1", NOON, "one");
        talk.before("a", "2", NOON.plusSeconds(1), "two");
        assertThat(talk.before("a", "2", NOON.plusSeconds(1), "two")).containsExactly("one");
    }
}
