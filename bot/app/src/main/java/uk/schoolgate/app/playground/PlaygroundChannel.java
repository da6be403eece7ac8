package uk.schoolgate.app.playground;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.schoolgate.app.playground.Bubble.Choice;
import uk.schoolgate.app.playground.Bubble.Part;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.school.Platform;

/** Plays a platform: what is delivered appears on the page. */
public final class PlaygroundChannel implements Channel {
    private static final Logger log = LoggerFactory.getLogger(PlaygroundChannel.class);

    private final Platform platform;
    private final Stage stage;
    private final Clock clock;

    public PlaygroundChannel(Platform platform, Stage stage, Clock clock) {
        this.platform = platform;
        this.stage = stage;
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public SendResult deliver(Outgoing.Chat message) {
        Content content = message.content();
        boolean isNew = stage.show(new Bubble(
                message.id(),
                message.school().value(),
                message.to().key(),
                Bubble.BOT,
                clock.instant(),
                content.title(),
                content.blocks().stream().map(PlaygroundChannel::part).toList(),
                content.buttons().stream()
                        .map(button -> new Choice(button.label(), button.action()))
                        .toList(),
                false));
        if (!isNew) {
            // A crash came between showing it and noting that it was shown.
            log.info("a message was delivered again and shown once");
        }
        return new SendResult.Sent("shown in the playground");
    }

    private static Part part(Block block) {
        return switch (block) {
            case Block.Text(String text) -> new Part(text, false, "");
            case Block.Quote(String text, String source) -> new Part(text, true, source);
        };
    }
}
