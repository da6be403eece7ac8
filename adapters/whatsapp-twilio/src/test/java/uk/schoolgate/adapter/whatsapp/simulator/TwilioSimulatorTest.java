package uk.schoolgate.adapter.whatsapp.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** The rules of Twilio's that its simulator keeps. */
class TwilioSimulatorTest {
    private final SettableClock clock = SettableClock.onATuesday();
    private final List<String> shown = new ArrayList<>();

    private final Phones phones = new Phones() {
        @Override
        public void fromPrivateLine(String sid, PersonId person, String text, List<Choice> choices) {
            shown.add(text);
        }

        @Override
        public void intoGroup(String sid, String conversation, String text) {
            shown.add(text);
        }

        @Override
        public Optional<Instant> lastWrote(PersonId person) {
            return Optional.of(clock.instant());
        }
    };

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"one line,201", "a    b,201", "a     b,400", "a\\nb,400", "a\\tb,400"})
    void aVariableIsOnOneLineAndWithoutAGap(String written, int status) {
        ApprovedTemplate template = new ApprovedTemplate("schoolgate_review_en", "{{1}}", "Show me", "show");
        String text = written.translateEscapes();
        try (TwilioSimulator simulator = TwilioSimulator.start(phones, List.of(template), clock)) {
            TwilioApi api = new TwilioApi(simulator.account(), Duration.ofSeconds(20));
            String sid = api.get(Host.CONTENT, "/v1/Content", Map.of())
                    .json()
                    .path("contents")
                    .path(0)
                    .path("sid")
                    .asString("");
            Answer answer = api.post(
                    Host.API,
                    api.ofAccount("/Messages.json"),
                    Map.of(
                            "To",
                            TwilioAccount.address(Samples.REP.value()),
                            "ContentSid",
                            sid,
                            "ContentVariables",
                            JsonMapper.shared().writeValueAsString(Map.of("1", text))));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.code()).isEqualTo(status == 400 ? "21656" : "");
        }
        assertThat(shown).isEqualTo(status == 400 ? List.of() : List.of(text));
    }
}
