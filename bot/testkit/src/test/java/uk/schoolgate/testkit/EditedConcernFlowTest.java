package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.DirectoryUnavailableException;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Who reads what a message was changed into, for everything that it can have been before and be after. */
class EditedConcernFlowTest {
    private static final String INBOX = "complaints@test.example";
    /** Stands in the new words alone. */
    private static final String NEW = "and that is that";

    private static final Map<String, PersonId> PEOPLE = Map.of(
            "rep", Samples.REP,
            "head", Samples.HEAD,
            "lead", Samples.SAFEGUARDING_LEAD,
            "chair", Samples.CHAIR,
            "deputy", SmallBot.DEPUTY,
            "other parent", Samples.OTHER_PARENT);
    private static final Map<String, String> MAILBOXES = Map.of(
            "head", "head@test.example",
            "lead", "dsl@test.example",
            "chair", "chair@test.example",
            "office", "office@test.example",
            "inbox", INBOX);

    /** What a message can be, and what its author is told about it. */
    enum What {
        ATTACK(SmallBot.ATTACK, "in a way that may hurt"),
        CHILD("Zuzia hit my daughter again at lunch", "names a child"),
        THREAT(SmallBot.THREAT, "reads as a threat"),
        HATE(SmallBot.HATE, "puts them down for who they are"),
        ALLEGATION(SmallBot.ALLEGATION, "tell the headteacher in confidence"),
        AT_RISK(SmallBot.AT_RISK, "call 999");

        private final String text;
        private final String notice;

        What(String text, String notice) {
            this.text = text;
            this.notice = notice;
        }

        /** Whether a contact and the reviewers hear of it. */
        boolean isForBoth() {
            return this == THREAT || this == HATE;
        }

        boolean isReviewed() {
            return this == ATTACK || this == CHILD || isForBoth();
        }

        boolean isUrgent() {
            return this != ATTACK && this != CHILD;
        }
    }

    enum Stage {
        OPEN,
        TAKEN_ON,
        CONFIRMED
    }

    private final SmallBot bot = new SmallBot();

    static Stream<Arguments> edits() {
        return Arrays.stream(What.values())
                .flatMap(before -> Arrays.stream(What.values())
                        .flatMap(after -> Arrays.stream(Stage.values())
                                .filter(stage -> stage != Stage.TAKEN_ON || before.isUrgent())
                                .filter(stage -> stage != Stage.CONFIRMED || before.isReviewed())
                                .map(stage -> Arguments.of(before, after, stage))));
    }

    /** Signs of harm for the safeguarding lead alone, allegations for the head alone; what was hidden stays so. */
    private static Set<String> readers(What before, What after, Stage stage) {
        if (after == What.AT_RISK) {
            return Set.of("lead");
        }
        if (after == What.ALLEGATION || before == What.ALLEGATION) {
            return Set.of("head");
        }
        if (before == What.AT_RISK) {
            return after.isForBoth() ? Set.of("lead", "head", "chair") : Set.of("lead");
        }
        return switch (stage) {
            case OPEN -> before.isForBoth() || after.isForBoth() ? Set.of("rep", "head") : Set.of("rep");
            case TAKEN_ON -> Set.of("head");
            case CONFIRMED -> {
                if (before.isForBoth()) {
                    yield Set.of("head", "inbox");
                }
                yield after.isForBoth() ? Set.of("rep", "head", "inbox") : Set.of("inbox");
            }
        };
    }

    @ParameterizedTest(name = "{0} into {1}, {2}")
    @MethodSource("edits")
    void whoReadsTheNewWordsIsWhoMayAndNobodyElse(What before, What after, Stage stage) {
        EventId message = bot.post(Samples.PARENT, before.text);
        bring(before, stage);
        int told = bot.chats(Samples.PARENT).size();

        bot.edit(message, Samples.PARENT, after.text + " " + NEW);

        assertThat(whoRead(NEW)).isEqualTo(new TreeSet<>(readers(before, after, stage)));
        if (after.isUrgent() && !before.isUrgent()) {
            assertThat(bot.texts(Samples.PARENT)
                            .subList(told, bot.chats(Samples.PARENT).size()))
                    .as("the right words at once")
                    .anySatisfy(text -> assertThat(text).contains(after.notice));
        }
    }

    private void bring(What before, Stage stage) {
        switch (stage) {
            case OPEN -> {}
            case TAKEN_ON ->
                bot.press(before == What.AT_RISK ? Samples.SAFEGUARDING_LEAD : Samples.HEAD, "I’ve taken it on");
            case CONFIRMED -> {
                bot.press(Samples.REP, "Hand to the school");
                bot.press(Samples.REP, "Yes, hand it over");
            }
        }
    }

    private Set<String> whoRead(String words) {
        Set<String> readers = new TreeSet<>();
        PEOPLE.forEach((name, person) -> {
            if (bot.texts(person).stream().anyMatch(text -> text.contains(words))) {
                readers.add(name);
            }
        });
        MAILBOXES.forEach((name, address) -> {
            if (bot.mailer.to(address).stream().anyMatch(mail -> mail.text().contains(words))) {
                readers.add(name);
            }
        });
        return readers;
    }

    @Test
    void whatWasEditedIntoAThreatIsToldAgainAndNeverRunsOut() {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.edit(message, Samples.PARENT, SmallBot.THREAT);
        bot.wait(Duration.ofDays(20));
        assertThat(bot.concern(message).state()).isInstanceOf(ConcernState.Expired.class);
        int told = bot.chats(Samples.HEAD).size();
        bot.wait(Duration.ofMinutes(31));
        assertThat(bot.chats(Samples.HEAD)).hasSizeGreaterThan(told);
    }

    @Test
    void whoTookItOnHearsOfAChangeWithoutBeingAskedAgain() {
        EventId message = bot.post(Samples.PARENT, SmallBot.AT_RISK);
        bot.press(Samples.SAFEGUARDING_LEAD, "I’ve taken it on");
        bot.edit(message, Samples.PARENT, "Does anybody know when the fair starts?");
        assertThat(bot.lastText(Samples.SAFEGUARDING_LEAD)).contains("when the fair starts", "It stays yours");
        assertThat(bot.chats(Samples.SAFEGUARDING_LEAD).getLast().content().buttons())
                .isEmpty();
        assertThat(bot.mailer.to("dsl@test.example")).hasSize(2);
        bot.delete(message);
        assertThat(bot.mailer.to("dsl@test.example")).as("it was gone already").hasSize(2);
    }

    @Test
    void aContactWhoHandedItOverThemselvesHearsOfAChangeAndIsNotToldThatItNeedsThem() {
        EventId message = bot.post(Samples.PARENT, SmallBot.THREAT);
        bot.press(Samples.HEAD, "Hand to the school");
        bot.press(Samples.HEAD, "Yes, hand it over");
        bot.edit(message, Samples.PARENT, SmallBot.THREAT + " " + NEW);
        assertThat(bot.lastText(Samples.HEAD)).contains(NEW, "It stays yours").doesNotContain("still needs you");
    }

    @Test
    void whatBecomesOfItLaterReachesEveryConcernAboutItAndTheAuthorIsThankedOnce() {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.edit(message, Samples.PARENT, SmallBot.THREAT);
        int told = bot.chats(Samples.PARENT).size();
        bot.edit(message, Samples.PARENT, SmallBot.THREAT + " " + NEW);
        assertThat(bot.concern(message).evidence().changes()).hasSize(2);
        assertThat(bot.chats(Samples.PARENT)).hasSize(told);
        bot.delete(message);
        assertThat(bot.concern(message).state()).isInstanceOf(ConcernState.Removed.class);
        assertThat(bot.texts(Samples.PARENT).subList(told, told + 1)).allMatch(text -> text.contains("Thank you"));
        assertThat(bot.chats(Samples.PARENT)).hasSize(told + 1);
        bot.wait(Duration.ofMinutes(31));
        assertThat(bot.lastText(Samples.HEAD)).contains("burn the place down", "It was deleted");
    }

    @Test
    void whoWasAskedAndIsMeantNowHearsThatOthersDecideAndNotWhatItSays() {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.edit(message, Samples.PARENT, SmallBot.ATTACK + " and Grace Okafor hit my daughter");
        assertThat(bot.lastText(Samples.REP)).contains("somebody else looks at it from now on");
        assertThat(bot.texts(Samples.REP)).noneMatch(text -> text.contains("Grace"));
        assertThat(bot.lastText(Samples.HEAD)).contains("Grace Okafor");
        assertThat(bot.concern(message).review().deciders()).containsExactly(Samples.HEAD);
    }

    /** Their card has nothing that they may not press. */
    @Test
    void aContactWhoseChildIsNamedCanTakeItOnAndNoMore() {
        EventId message = bot.post(Samples.PARENT, SmallBot.THREAT_NAMING_HEADS_CHILD);
        assertThat(bot.chats(Samples.HEAD).getLast().content().buttons())
                .extracting(Button::label)
                .containsExactly("I’ve taken it on");
        ConcernId id = bot.concern(message).id();
        bot.forge(Samples.HEAD, "dismiss:" + id);
        assertThat(bot.concern(message).state().isOpen()).isTrue();
    }

    /** A threat edited into one against the head is not for the head, who was told of the first words. */
    @Test
    void aContactWhoIsMeantNowDoesNotReadTheNewWords() {
        EventId message = bot.post(Samples.PARENT, SmallBot.THREAT);
        bot.edit(message, Samples.PARENT, "Mrs Adeyemi is a complete waste of space " + NEW);
        assertThat(whoRead(NEW)).containsExactly("rep");
        bot.forge(Samples.HEAD, "hand-over:" + ConcernId.of(Samples.CODE, message));
        assertThat(bot.lastText(Samples.HEAD)).doesNotContain(NEW);
    }

    @Test
    void whatIsToldInPrivateAndThenEditedReachesTheLeadWithItsNewWords() {
        EventId told = bot.write(Samples.PARENT, SmallBot.AT_RISK);
        assertThat(bot.lastText(Samples.SAFEGUARDING_LEAD)).contains(SmallBot.AT_RISK);
        String edited = SmallBot.AT_RISK + ", he has locked her out tonight";
        bot.rewrite(told, Samples.PARENT, edited);
        assertThat(bot.lastText(Samples.SAFEGUARDING_LEAD)).contains("he has locked her out tonight");
    }

    @Test
    void aPrivateMessageThatBecomesASignOfHarmReachesTheLeadAndOtherEditsNobody() {
        EventId asked = bot.write(Samples.PARENT, "May I ask you something");
        bot.rewrite(asked, Samples.PARENT, SmallBot.ATTACK);
        assertThat(bot.store.concerns(Samples.CODE)).isEmpty();
        bot.rewrite(asked, Samples.PARENT, SmallBot.AT_RISK);
        assertThat(bot.lastText(Samples.SAFEGUARDING_LEAD)).contains(SmallBot.AT_RISK);
    }

    /** The platform was silent about who wrote the first words; the edit came when it answered again, and went first. */
    @Test
    void anUrgentMessageThatWasEditedBeforeItWasLookedAtReachesItsContact() {
        SilentDirectory directory = new SilentDirectory();
        SmallBot late = new SmallBot(directory);
        directory.silent = true;
        EventId message = late.post(Samples.PARENT, SmallBot.THREAT);
        directory.silent = false;
        late.edit(message, Samples.PARENT, SmallBot.ATTACK);
        assertThat(late.texts(Samples.HEAD)).isEmpty();
        late.wait(Duration.ofHours(1));
        assertThat(late.texts(Samples.HEAD)).first().asString().contains("burn the place down");
        assertThat(late.auditOf("concern.raised")).containsExactly("STAFF_ATTACK", "THREAT");

        late.delete(message);
        assertThat(late.auditOf("message.deleted"))
                .as("both concerns hear of it")
                .hasSize(2);
    }

    @Test
    void anUrgentMessageThatWasEditedIntoOneForTheSameContactIsToldOnce() {
        SilentDirectory directory = new SilentDirectory();
        SmallBot late = new SmallBot(directory);
        directory.silent = true;
        EventId message = late.post(Samples.PARENT, SmallBot.THREAT);
        directory.silent = false;
        late.edit(message, Samples.PARENT, SmallBot.THREAT + " " + NEW);
        late.wait(Duration.ofMinutes(20));
        assertThat(late.auditOf("concern.raised")).containsExactly("THREAT");
        assertThat(late.texts(Samples.HEAD)).hasSize(1);
    }

    /** A platform that at times does not say who people are. */
    private static final class SilentDirectory implements Directory {
        private boolean silent;

        @Override
        public Incoming recognise(Incoming incoming) {
            if (silent) {
                throw new DirectoryUnavailableException("silent");
            }
            return incoming;
        }

        @Override
        public boolean hasOutsiders(SchoolCode school, Conversation conversation) {
            return false;
        }
    }
}
