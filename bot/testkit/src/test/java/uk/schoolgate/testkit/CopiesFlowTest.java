package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.flow.Copies;
import uk.schoolgate.core.flow.DocumentReader;
import uk.schoolgate.core.flow.PlatformParts;
import uk.schoolgate.core.keeping.NoteEditor;
import uk.schoolgate.core.keeping.RetentionSweep;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.SchoolCode;

/** What a platform keeps of a message goes once the bot is done with it; evidence stays as long as the concern does. */
class CopiesFlowTest {
    private static final Media PHOTO = new Media("image/jpeg", "photo1");

    /** A platform that keeps the words and each attachment of every message. */
    private static final class Platform implements SourceCopies {
        private final List<String> erased = new ArrayList<>();
        private Optional<SendResult> failure = Optional.empty();

        @Override
        public List<String> of(Incoming incoming) {
            List<String> copies = new ArrayList<>();
            if (incoming instanceof Incoming.Message message) {
                copies.add("words of " + message.id().value());
                message.media().forEach(media -> copies.addAll(of(media)));
            }
            if (incoming instanceof Incoming.DealtWith dealtWith) {
                copies.add(words(dealtWith.id()));
            }
            return copies;
        }

        @Override
        public List<String> of(Media media) {
            return List.of(media.reference());
        }

        @Override
        public SendResult erase(String copy, Instant since) {
            if (failure.isEmpty()) {
                erased.add(copy);
            }
            return failure.orElseGet(() -> new SendResult.Sent("gone"));
        }
    }

    private final Platform platform = new Platform();
    private final SmallBot bot =
            new SmallBot(_ -> new PlatformParts(Directory.NONE, Notebook.FORGETFUL, DocumentReader.NONE, platform));

    private static String words(EventId id) {
        return "words of " + id.value();
    }

    @Test
    void everythingOfAnUnflaggedMessageGoesAtOnce() {
        EventId harmless = bot.post(Samples.PARENT, "See you at the fair", PHOTO);
        EventId question = bot.write(Samples.PARENT, "when is lunch?");
        assertThat(platform.erased).containsExactlyInAnyOrder(words(harmless), "photo1", words(question));
    }

    @Test
    void soDoesWhatThePlatformsAdapterHasDealtWithByItself() {
        EventId stop = new EventId("stop");
        bot.store.accept(new Incoming.DealtWith(stop, Samples.CODE, Optional.empty(), List.of(), bot.clock.instant()));
        assertThat(platform.erased).containsExactly(words(stop));
        assertThat(bot.chats(Samples.PARENT)).isEmpty();
    }

    @Test
    void anAttachmentThatIsEvidenceStaysUntilAPersonDecidesAgainstIt() {
        EventId attack = bot.post(Samples.PARENT, SmallBot.ATTACK, PHOTO);
        assertThat(platform.erased).containsExactly(words(attack));
        bot.press(Samples.REP, "No action");
        assertThat(platform.erased).containsExactly(words(attack), "photo1");
    }

    @Test
    void theEvidenceOfAnIncidentGoesWithIt() {
        EventId attack = bot.post(Samples.PARENT, SmallBot.ATTACK, PHOTO);
        bot.press(Samples.REP, "Hand to the school");
        bot.press(Samples.REP, "Yes, hand it over");
        bot.wait(Duration.ofDays(31));
        assertThat(platform.erased).containsExactly(words(attack));
        new RetentionSweep(bot.store, NoteEditor.WHOLE, new Copies(platform), bot.clock).sweep(Samples.school());
        bot.wait(Duration.ZERO);
        assertThat(platform.erased).containsExactly(words(attack), "photo1");
    }

    /** Nobody tries it again, its words lie sealed in the store, and what came with it is evidence of nothing. */
    @Test
    void whatIsGivenUpIsNotKeptByThePlatformForEver() {
        EventId broken = bot.post(Samples.PARENT, SmallBot.BREAKING, PHOTO);
        bot.waitMinutes(3);
        assertThat(platform.erased).as("it is tried again").isEmpty();
        bot.waitMinutes(9);
        assertThat(bot.auditOf("work.given-up")).hasSize(1);
        assertThat(platform.erased).containsExactlyInAnyOrder(words(broken), "photo1");
    }

    @Test
    void norIsWhatIsOfASchoolThatNobodyServes() {
        EventId stop = new EventId("stop");
        bot.store.accept(
                new Incoming.DealtWith(stop, new SchoolCode("OTH"), Optional.empty(), List.of(), bot.clock.instant()));
        bot.waitMinutes(20 * 60);
        assertThat(platform.erased)
                .as("a bot that is started later may serve it")
                .isEmpty();
        bot.waitMinutes(8 * 60);
        assertThat(platform.erased).containsExactly(words(stop));
    }

    @Test
    void aPlatformThatIsAwayIsAskedAgain() {
        platform.failure = Optional.of(new SendResult.TryLater("away", Optional.empty()));
        EventId harmless = bot.post(Samples.PARENT, "See you at the fair");
        bot.wait(Duration.ofHours(2));
        assertThat(platform.erased).isEmpty();
        platform.failure = Optional.empty();
        bot.wait(Duration.ofHours(1));
        assertThat(platform.erased).containsExactly(words(harmless));
    }

    @Test
    void whatCannotBeErasedIsInTheTrail() {
        platform.failure = Optional.of(new SendResult.Unreachable("Twilio answered 403"));
        bot.post(Samples.PARENT, "See you at the fair");
        assertThat(bot.auditOf("copy.not-erased")).containsExactly("Twilio answered 403");
    }
}
