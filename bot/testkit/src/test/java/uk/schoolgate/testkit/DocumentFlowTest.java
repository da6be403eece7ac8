package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.flow.DocumentReader;
import uk.schoolgate.core.flow.PlatformParts;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.Platform;

/** A document that somebody sends to the bot alone: fetched when it is worked on, as often as it takes, answered once. */
class DocumentFlowTest {
    private static final Media CHAT = new Media("text/plain", "doc1");

    /** Reads what the test says, in order; the last for ever. */
    private static final class ScriptedReader implements DocumentReader {
        private final Deque<Reading> script = new ArrayDeque<>();
        private int attempts;

        @Override
        public boolean takes(Platform platform, Media document) {
            return platform == Platform.WHATSAPP && document.isDocument();
        }

        @Override
        public Reading read(Media document, SchoolDesk desk) {
            attempts++;
            return script.size() > 1 ? script.removeFirst() : script.getFirst();
        }

        ScriptedReader then(Reading reading) {
            script.add(reading);
            return this;
        }
    }

    private final ScriptedReader reader = new ScriptedReader();
    private final InMemoryNotebook notebook = new InMemoryNotebook(SettableClock.onATuesday());
    private final SmallBot bot =
            new SmallBot(_ -> new PlatformParts(Directory.NONE, notebook, reader, SourceCopies.LEFT_ALONE));

    private static DocumentReader.Reading away() {
        return new DocumentReader.Reading.NotNow("away", Optional.empty());
    }

    private static DocumentReader.Reading read() {
        return new DocumentReader.Reading.Answered(Content.ofText("I looked at 3 messages."));
    }

    @Test
    void itIsAnsweredOnceHoweverOftenThePlatformMustBeAsked() {
        reader.then(away())
                .then(new DocumentReader.Reading.Busy(Duration.ofSeconds(5)))
                .then(read());
        bot.write(Samples.REP, "", CHAT);
        assertThat(bot.texts(Samples.REP)).isEmpty();
        bot.wait(Duration.ofSeconds(5));
        assertThat(bot.texts(Samples.REP)).isEmpty();
        bot.wait(Duration.ofSeconds(5));
        assertThat(bot.texts(Samples.REP)).containsExactly("I looked at 3 messages.");
        bot.wait(Duration.ofDays(1));
        assertThat(reader.attempts).isEqualTo(3);
        assertThat(bot.texts(Samples.REP)).hasSize(1);
    }

    @Test
    void thePlatformsOwnPauseIsKept() {
        reader.then(new DocumentReader.Reading.NotNow("busy", Optional.of(Duration.ofMinutes(2))))
                .then(read());
        bot.write(Samples.REP, "", CHAT);
        bot.wait(Duration.ofSeconds(119));
        assertThat(reader.attempts).isEqualTo(1);
        bot.wait(Duration.ofSeconds(1));
        assertThat(bot.texts(Samples.REP)).hasSize(1);
    }

    @Test
    void whatThePlatformNeverGivesIsAskedForAgainByItsSender() {
        reader.then(away());
        bot.write(Samples.REP, "", CHAT);
        bot.waitMinutes(30);
        assertThat(bot.texts(Samples.REP)).singleElement().asString().contains("send it again");
        assertThat(reader.attempts).isEqualTo(6);
    }

    @Test
    void aSignOfRiskBesideADocumentReachesTheSafeguardingLead() {
        reader.then(read());
        bot.write(Samples.REP, SmallBot.AT_RISK, CHAT);
        assertThat(bot.texts(Samples.SAFEGUARDING_LEAD)).hasSize(1);
        assertThat(bot.texts(Samples.REP)).contains("I looked at 3 messages.");
    }

    @Test
    void picturesAndGroupsAreNotItsBusiness() {
        reader.then(read());
        bot.write(Samples.REP, "what is this?", new Media("image/jpeg", "pic1"));
        bot.write(Samples.REP, "", new Media("audio/ogg", "voice1"));
        bot.post(Samples.PARENT, "the letter", new Media("application/pdf", "doc2"));
        assertThat(reader.attempts).isZero();
        assertThat(List.copyOf(bot.texts(Samples.REP))).noneMatch(text -> text.contains("I looked at"));
    }
}
