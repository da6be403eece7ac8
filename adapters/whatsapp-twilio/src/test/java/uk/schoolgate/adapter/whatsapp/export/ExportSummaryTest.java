package uk.schoolgate.adapter.whatsapp.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.screening.Screener;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.wording.Tongue;
import uk.schoolgate.core.wording.Wording;
import uk.schoolgate.testkit.InMemoryPolicyIndex;
import uk.schoolgate.testkit.PhraseJudge;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

class ExportSummaryTest {
    private static final String CHAT = """
            18/03/2026, 09:00 - Ann: morning all
            18/03/2026, 09:01 - Ann: Ollie hit my daughter again
            19/03/2026, 09:00 - Ben: Mrs Patel is a waste of space
            19/03/2026, 09:01 - Ben: her dad hits her
            20/03/2026, 09:00 - Ben: <Media omitted>
            """;

    private static SchoolDesk desk() {
        PolicyIndex policies = new InMemoryPolicyIndex(List.of());
        PhraseJudge judge = new PhraseJudge()
                .understands(" hit ", ChildSense.SENSITIVE)
                .hears("waste of space", Signal.ATTACK)
                .hears("her dad hits her", Signal.SAFEGUARDING);
        Screener screener = Samples.screener(Samples.school(Mode.WATCH), Samples.roll(), judge, policies);
        return SchoolDesk.of(
                Samples.school(Mode.WATCH),
                Samples.roll(),
                policies,
                screener,
                new Answerer(policies, SettableClock.onATuesday()),
                Wording.english(),
                file -> file.toString());
    }

    private static Content summary(String chat) {
        return ExportSummary.of(chat.getBytes(StandardCharsets.UTF_8), desk(), Set.of("Kestrel"));
    }

    @Test
    void theSenderIsToldHowMuchOfWhatAndNoMore() {
        assertThat(summary(CHAT).plainText())
                .contains(
                        "5 messages, from 18 March 2026 to 20 March 2026", "about 2 of them", "personal: 1", "staff: 1")
                .contains("I’ve kept nothing")
                .doesNotContain("Ollie", "Patel", "Ann", "Ben", "waste");
    }

    @Test
    void aSignOfAChildAtRiskIsCountedForNobodyButTheLeadIsAlwaysNamed() {
        assertThat(summary(CHAT).plainText())
                .doesNotContain("at risk")
                .contains("Worried about a child?", "Mr Fielding", "999");
        assertThat(summary("18/03/2026, 09:00 - Ann: morning all").plainText())
                .contains("nothing about any of them", "Mr Fielding");
    }

    @Test
    void itAnswersInTheSendersLanguage() {
        Content content = ExportSummary.of(CHAT.getBytes(StandardCharsets.UTF_8), desk().in(Tongue.POLISH), Set.of());
        assertThat(content.title()).isEqualTo("O przesłanym czacie");
        assertThat(content.plainText()).contains("18 marca 2026");
    }

    @Test
    void ofALongChatTheNewestMessagesAreLookedAt() {
        String older = IntStream.range(0, ExportSummary.MOST_ENTRIES)
                .mapToObj(i -> "17/03/2026, 09:00 - Cat: Mrs Patel is a waste of space\n")
                .collect(Collectors.joining());
        assertThat(summary(older + CHAT).plainText())
                .contains(ExportSummary.MOST_ENTRIES + " messages", "its newest messages");
        assertThat(summary(CHAT).plainText()).doesNotContain("newest");
    }

    @Test
    void whatIsNoChatIsAnsweredWithWhatToDo() {
        assertThat(summary("Dear all").plainText()).contains("Export chat");
        Content large = ExportSummary.of(new byte[ExportSummary.LARGEST_FILE + 1], desk(), Set.of());
        assertThat(large.plainText()).contains("32 MB");
    }
}
