package uk.schoolgate.adapter.whatsapp.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.adapter.whatsapp.sending.Templates.Template;

/** The texts that a school submits are those that the bot asks for. */
class TemplateTextsTest {
    /** WhatsApp's limit on what stands on a button. */
    private static final int LONGEST_LABEL = 20;

    private static String file() throws IOException {
        try (InputStream in = Template.class.getResourceAsStream("/schoolgate/whatsapp/templates.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> all(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(file())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void eachTemplateHasItsTextAndTheButtonThatTheBotKnows() throws IOException {
        int templates = Template.values().length;
        assertThat(all("^(\\w+):$"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Template.values())
                        .map(Template::friendlyName)
                        .toList());
        assertThat(all("^  id: (.+)$")).hasSize(templates).allMatch(WaitingRoom::isKnock);
        assertThat(all("^  body: \"(.+)\"$"))
                .hasSize(templates)
                .allSatisfy(body -> assertThat(body).contains("{{1}}").doesNotContain("{{2}}"));
        assertThat(all("^  button: \"(.+)\"$"))
                .hasSize(templates)
                .allSatisfy(label -> assertThat(label.length()).isLessThanOrEqualTo(LONGEST_LABEL));
    }
}
