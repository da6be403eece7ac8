package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;

/** What every channel promises. */
public interface ChannelContract {
    /** The channel under test. */
    Channel channel();

    /** What the other side shows, each message as one text that holds all its words, oldest first. */
    List<String> shown();

    private Outgoing.Chat message(String id) {
        return new Outgoing.Chat(
                id,
                Samples.CODE,
                new Conversation.PrivateChat(channel().platform(), Samples.PARENT),
                new Content(
                        "A heading",
                        List.of(new Block.Text("Words of ours <b>&"), new Block.Quote("Verbatim", "Source")),
                        List.of(new Button("Yes", "sure:C0123456789ABCDEF"))));
    }

    @Test
    default void aMessageArrivesWithAllItsParts() {
        assertThat(channel().deliver(message("m1/0"))).isInstanceOf(SendResult.Sent.class);
        assertThat(shown())
                .singleElement()
                .satisfies(text ->
                        assertThat(text).contains("A heading", "Words of ours <b>&", "Verbatim", "Source", "Yes"));
    }

    @Test
    default void messagesArriveInTheirOrder() {
        channel().deliver(message("m1/0"));
        channel().deliver(message("m1/1"));
        assertThat(shown()).hasSize(2);
    }
}
