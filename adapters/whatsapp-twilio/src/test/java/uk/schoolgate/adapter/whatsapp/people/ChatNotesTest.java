package uk.schoolgate.adapter.whatsapp.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.Samples;

class ChatNotesTest {
    /** As it was noted before contents said whether they are for staff alone. */
    @Test
    void aNoteWithoutAMarkThatCameLaterIsRead() {
        Conversation to = new Conversation.PrivateChat(Platform.WHATSAPP, Samples.PARENT);
        Outgoing.Chat message = new Outgoing.Chat("m1/0", Samples.CODE, to, Content.ofText("Words"));
        String noted = ChatNotes.write(List.of(message));
        String older = noted.replace(",\"staffAlone\":false", "");
        assertThat(older).isNotEqualTo(noted);
        assertThat(ChatNotes.readAll(older)).containsExactly(message);
    }
}
