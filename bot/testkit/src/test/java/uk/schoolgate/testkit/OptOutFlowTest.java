package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.Platform;

/** Who asks in a group to get no more messages hears what that ended, and the office takes them out of it. */
class OptOutFlowTest {
    private final SmallBot bot = new SmallBot();

    private void optOut(String id) {
        bot.store.accept(new Incoming.OptedOut(
                new EventId(id),
                Samples.CODE,
                new GroupChat(Platform.WHATSAPP, Samples.KESTREL.address()),
                Samples.PARENT,
                bot.clock.instant()));
    }

    @Test
    void theyAndTheOfficeHearOfItOnceHoweverOftenAPlatformTellsOfIt() {
        optOut("twilio:stop:1");
        optOut("twilio:IM1");
        assertThat(bot.texts(Samples.PARENT))
                .singleElement()
                .asString()
                .contains("“4 Kestrel parents”", "Blocking the group’s number", "START");
        assertThat(bot.chats(Samples.PARENT).getFirst().id()).startsWith("twilio:stop:1/");
        assertThat(bot.mailer.to("office@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Dan Smith", "“4 Kestrel parents”", "console"));
        assertThat(bot.auditOf("group.opted-out")).containsExactly("4 Kestrel parents");
        assertThat(bot.audit().toString()).doesNotContain(Samples.PARENT.value());
    }

    @Test
    void asTheyDoWhenTheyAskAgainLater() {
        optOut("twilio:stop:1");
        bot.wait(Duration.ofHours(2));
        optOut("twilio:stop:2");
        assertThat(bot.texts(Samples.PARENT)).hasSize(2);
        assertThat(bot.mailer.to("office@test.example")).hasSize(2);
    }
}
