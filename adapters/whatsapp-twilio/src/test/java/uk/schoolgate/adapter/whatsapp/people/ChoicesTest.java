package uk.schoolgate.adapter.whatsapp.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.whatsapp.people.Choices.Reply;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** Buttons that are answered by number. */
class ChoicesTest {
    private static final PersonId REP = Samples.REP;

    private final InMemoryNotebook notebook = new InMemoryNotebook(SettableClock.onATuesday());
    private final Choices choices = new Choices(notebook);

    private String offer(String message) {
        return choices.offer(
                Samples.CODE,
                REP,
                message,
                List.of(new Button("Yes", "yes:" + message), new Button("No", "no:" + message)));
    }

    private Reply reply(String text) {
        return choices.read(Samples.CODE, REP, text, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", " 2. ", "2!", "٢", "۲", "২", "2️⃣", "2⃣"})
    void aBareNumberMeansTheOnlyCardInAnyDigits(String text) {
        offer("m1");
        assertThat(reply(text)).isEqualTo(new Reply.Chosen("no:m1"));
    }

    @Test
    void ofSeveralCardsTheCodeSaysWhich() {
        String first = offer("m1");
        String second = offer("m2");
        assertThat(reply("1")).isEqualTo(new Reply.WhichCard());
        assertThat(reply("1 " + first)).isEqualTo(new Reply.Chosen("yes:m1"));
        assertThat(reply("2-" + second.toLowerCase(Locale.ROOT))).isEqualTo(new Reply.Chosen("no:m2"));
        assertThat(reply("1 QQQ")).as("a code of nobody").isEqualTo(new Reply.NoSuchCard("QQQ"));
        assertThat(reply("3 " + first)).as("a number without a button").isEqualTo(new Reply.NoSuchCard(first));
    }

    @Test
    void aCodeOfSomebodyElsesCardIsNoneOfMineAndNoOrdinaryMessage() {
        PersonId other = Samples.PARENT;
        String theirs = choices.offer(Samples.CODE, other, "m9", List.of(new Button("Yes", "yes:m9")));
        assertThat(reply("1 " + theirs)).isEqualTo(new Reply.NoSuchCard(theirs));
        assertThat(reply("1 day"))
                .as("nothing waits, so it answers something else")
                .isEqualTo(new Reply.Words());
    }

    @Test
    void anAnsweredCardNoLongerWaitsForABareNumberButItsCodeStillWorks() {
        String first = offer("m1");
        offer("m2");
        choices.answered(Samples.CODE, REP, "yes:m1");
        assertThat(reply("1")).isEqualTo(new Reply.Chosen("yes:m2"));
        assertThat(reply("2 " + first)).isEqualTo(new Reply.Chosen("no:m1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3 May", "2 MAR", "1"})
    void whileAQuestionWaitsForWordsANumberAnswersItAndDecidesNothing(String text) {
        String code = offer("m1");
        notebook.write(Samples.CODE, "forward:" + REP.value(), "C1\nevent", Duration.ofHours(1));
        assertThat(reply(text)).isEqualTo(new Reply.Words());
        assertThat(reply("2 " + code)).isEqualTo(new Reply.Chosen("no:m1"));
    }

    /** Offered as {@link #offer} does, and sent to the reviewer under that id of Twilio's. */
    private String show(String message, String sid) {
        List<Button> buttons = List.of(new Button("Yes", "yes:" + message), new Button("No", "no:" + message));
        new QuotableMessages(notebook)
                .left(
                        new Outgoing.Chat(
                                message,
                                Samples.CODE,
                                new Conversation.PrivateChat(Platform.WHATSAPP, REP),
                                new Content("", List.of(), buttons)),
                        sid);
        return offer(message);
    }

    private Reply replyTo(String sid, String text) {
        return choices.read(Samples.CODE, REP, text, sid);
    }

    @Test
    void whoSwipesACardMeansThatOne() {
        show("m1", "SM1");
        String second = show("m2", "SM2");
        assertThat(replyTo("SM1", "1")).isEqualTo(new Reply.Chosen("yes:m1"));
        assertThat(replyTo("SM2", "2")).isEqualTo(new Reply.Chosen("no:m2"));
        assertThat(replyTo("SM1", "1 " + second)).as("the code says more").isEqualTo(new Reply.Chosen("yes:m2"));
        assertThat(replyTo("SM1", "When is lunch?")).isEqualTo(new Reply.Words());

        choices.answered(Samples.CODE, REP, "yes:m1");
        assertThat(replyTo("SM1", "2"))
                .as("decided before: never the one that still waits")
                .isEqualTo(new Reply.Chosen("no:m1"));
        assertThat(replyTo("SM1", "3")).as("a number that it has not").isEqualTo(new Reply.NoSuchCard("3"));
    }

    @Test
    void whoSwipesSomethingElseIsAskedWhichOneAsBefore() {
        show("m1", "SM1");
        show("m2", "SM2");
        assertThat(replyTo("SM9", "1")).isEqualTo(new Reply.WhichCard());
        assertThat(choices.read(Samples.CODE, Samples.PARENT, "1", "SM1"))
                .as("another person's card")
                .isEqualTo(new Reply.Words());
    }

    @Test
    void whoSwipesACardAnswersNoQuestionThatWaitsForWords() {
        show("m1", "SM1");
        notebook.write(Samples.CODE, "forward:" + REP.value(), "C1\nevent", Duration.ofHours(1));
        assertThat(replyTo("SM1", "2")).isEqualTo(new Reply.Chosen("no:m1"));
        assertThat(replyTo("SM9", "2")).as("the question itself").isEqualTo(new Reply.Words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "12", "1pm?", "3 o'clock", "I have 2", "2 of them", ""})
    void whatIsNoChoiceIsAMessage(String text) {
        offer("m1");
        assertThat(reply(text)).isEqualTo(new Reply.Words());
    }

    @Test
    void withoutACardANumberIsAMessage() {
        assertThat(reply("1")).isEqualTo(new Reply.Words());
        offer("m1");
        assertThat(choices.read(Samples.CODE, Samples.PARENT, "1", ""))
                .as("another person's card")
                .isEqualTo(new Reply.Words());
    }

    @Test
    void noTwoCardsOfAPersonShareACodeAndACardOfferedAgainKeepsItsOwn() {
        Map<String, String> messages = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            messages.put(offer("message " + i), "message " + i);
        }
        assertThat(messages).as("codes that only one card has").hasSize(500);
        assertThat(new TreeSet<>(messages.keySet())).allMatch(code -> code.matches("[A-Z0-9]{3}"));
        messages.forEach((code, message) -> {
            assertThat(reply("1 " + code)).isEqualTo(new Reply.Chosen("yes:" + message));
            assertThat(offer(message)).isEqualTo(code);
        });
    }
}
