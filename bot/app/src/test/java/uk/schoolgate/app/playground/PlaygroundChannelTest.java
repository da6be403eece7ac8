package uk.schoolgate.app.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.ChannelContract;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

class PlaygroundChannelTest implements ChannelContract {
    private final Path file;
    private final Stage stage;

    PlaygroundChannelTest(@TempDir Path folder) {
        file = folder.resolve("transcript.jsonl");
        stage = new Stage(file);
    }

    @Override
    public Channel channel() {
        return new PlaygroundChannel(Platform.WHATSAPP, stage, SettableClock.onATuesday());
    }

    @Override
    public List<String> shown() {
        return stage.bubbles().stream().map(PlaygroundChannelTest::words).toList();
    }

    private static String words(Bubble bubble) {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(bubble.title()),
                                bubble.parts().stream().map(part -> part.text() + " " + part.source())),
                        bubble.buttons().stream().map(Bubble.Choice::label))
                .collect(Collectors.joining(" "));
    }

    private Outgoing.Chat chat(String id) {
        return new Outgoing.Chat(
                id,
                Samples.CODE,
                new Conversation.PrivateChat(Platform.WHATSAPP, Samples.PARENT),
                Content.ofText("Hello"));
    }

    @Test
    void theSameMessageIsShownOnce() {
        channel().deliver(chat("m1/0"));
        channel().deliver(chat("m1/0"));
        assertThat(stage.bubbles()).hasSize(1);
    }

    @Test
    void whatWasShownIsThereAfterARestartEvenWhereTheLastLineWasCut() throws IOException {
        channel().deliver(chat("m1/0"));
        Files.writeString(file, "{\"id\":\"half", StandardOpenOption.APPEND);
        Stage again = new Stage(file);
        assertThat(again.bubbles()).extracting(Bubble::id).containsExactly("m1/0");
    }
}
