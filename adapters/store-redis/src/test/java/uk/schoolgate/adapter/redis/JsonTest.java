package uk.schoolgate.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.Samples;

class JsonTest {
    /** As it was stored before circles said who is barred. */
    @Test
    void aConcernWithoutAListThatCameLaterIsRead() {
        Concern concern = Samples.concern("m1");
        String stored = Json.write(concern);
        String older = stored.replace(",\"barred\":[]", "");
        assertThat(older).isNotEqualTo(stored);
        assertThat(Json.read(older, Concern.class)).isEqualTo(concern);
    }

    /** As it was stored before senders were, which are then whoever wrote it. */
    @Test
    void aMessageWithoutASenderIsRead() {
        Incoming message = Samples.inKestrel("m1", Samples.PARENT, "Words");
        assertThat(Json.read(withoutSender(message), Incoming.class)).isEqualTo(message);
        Incoming press = Samples.press("p1", Samples.PARENT, "removed:C0123456789ABCDEF");
        assertThat(Json.read(withoutSender(press), Incoming.class)).isEqualTo(press);
        Concern concern = Samples.concern("m1");
        assertThat(Json.read(withoutSender(concern), Concern.class)).isEqualTo(concern);
    }

    private static String withoutSender(Object value) {
        String stored = Json.write(value);
        String older = stored.replaceFirst(",\"sender\":\\{[^}]*}", "");
        assertThat(older).isNotEqualTo(stored);
        return older;
    }

    /** As it waited to be sent before contents said whether they are for staff alone. */
    @Test
    void aMessageWithoutAMarkThatCameLaterIsRead() {
        Conversation to = new Conversation.PrivateChat(Platform.TEAMS, Samples.TEACHER);
        Outgoing message = new Outgoing.Chat("m1/0", Samples.CODE, to, Content.ofText("Words"));
        String stored = Json.write(message);
        String older = stored.replace(",\"staffAlone\":false", "");
        assertThat(older).isNotEqualTo(stored);
        assertThat(Json.read(older, Outgoing.class)).isEqualTo(message);
    }

    /** As it waited to be sent before letters said whom they are for: it goes where it says. */
    @Test
    void aLetterWithoutAnAddresseeIsRead() {
        Mail mail = new Mail("a@b", "to@test.example", "S", "t", "<p>t</p>", List.of(), Optional.empty());
        Outgoing letter = new Outgoing.Letter("incident:TST-26-0001", Samples.CODE, new Addressee.Unlisted(), mail);
        String stored = Json.write(letter);
        String older = stored.replace(",\"addressee\":{\"case\":\"Unlisted\"}", "");
        assertThat(older).isNotEqualTo(stored);
        assertThat(Json.read(older, Outgoing.class)).isEqualTo(letter);
    }
}
