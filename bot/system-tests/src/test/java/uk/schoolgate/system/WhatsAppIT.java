package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * WhatsApp on the executable jar: signed webhooks in, calls of a stand-in for Twilio's API out. One bot, since a start
 * takes as long as all the rest; so each test has people and a group of its own.
 */
class WhatsAppIT {
    private static final String KESTREL = "CHe5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5";
    private static final String SWIFT = "CHd4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4";
    private static final String ROBIN = "CHb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2";
    private static final String FINCH = "CHc3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3";
    private static final String WREN = "CHa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1";
    private static final String HERON = "CHf6f6f6f6f6f6f6f6f6f6f6f6f6f6f6f6";
    private static final String FALCON = "CH07070707070707070707070707070707";
    private static final String ATTACK =
            "Honestly Mrs Prentice is useless, a complete waste of space. She couldn’t teach a dog to sit";

    @TempDir
    static Path folder;

    private static TwilioStandIn twilio;
    private static GreenMail mail;
    private static Bot bot;
    private static TwilioWebhooks webhooks;

    @BeforeAll
    static void start() {
        twilio = TwilioStandIn.start();
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        bot = startedBot();
        webhooks = new TwilioWebhooks(bot.url());
    }

    @AfterAll
    static void stop() {
        bot.close();
        twilio.close();
        mail.stop();
    }

    private static Bot startedBot() {
        return Bot.start(folder, settings());
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(TwilioWebhooks.settings(twilio.url()));
        settings.put("SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort());
        settings.put("MAIL_FROM", "schoolgate@alderlane.example");
        return settings;
    }

    private static void accepted(String path, SortedMap<String, String> form) {
        assertThat(webhooks.post(path, form).statusCode()).isBetween(200, 204);
    }

    private static void say(String from, String text) {
        accepted(TwilioWebhooks.MESSAGES, webhooks.toPrivateLine(from, text));
    }

    private static void post(String group, String author, String text) {
        accepted(TwilioWebhooks.CONVERSATIONS, webhooks.inGroup(group, author, text));
    }

    /** Answers the newest card that offers this choice, in the words that the card itself asks for. */
    private static void choose(String person, String label) {
        Pattern offer = Pattern.compile("Reply (\\d \\w{3}) for “" + Pattern.quote(label) + "”");
        String reply = patiently()
                .until(
                        () -> twilio.bodiesTo(person).reversed().stream()
                                .map(offer::matcher)
                                .filter(Matcher::find)
                                .map(matcher -> matcher.group(1))
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
        say(person, reply);
    }

    @Test
    void anAttackInAHostedGroupBecomesOneEMailThroughTheRepsTwoReplies() {
        String rep = "+447700900259";
        String author = "+447700900118";
        say(rep, "hello");
        say(author, "hello");
        patiently()
                .until(() -> !twilio.bodiesTo(rep).isEmpty()
                        && !twilio.bodiesTo(author).isEmpty());
        assertThat(twilio.bodiesTo(author).getFirst()).contains("bot", "Alder Lane Primary School");

        SortedMap<String, String> attack = webhooks.inGroup(KESTREL, author, ATTACK);
        for (int copy = 0; copy < 3; copy++) {
            accepted(TwilioWebhooks.CONVERSATIONS, attack);
        }
        choose(rep, "Hand to the school");
        choose(rep, "Yes, hand it over");
        patiently().until(() -> !lettersAboutKestrel().isEmpty());

        assertThat(lettersAboutKestrel()).singleElement().satisfies(letter -> {
            assertThat(letter.getSubject()).startsWith("[ALD-");
            assertThat(letter.getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly("complaints@alderlane.example");
        });
        assertThat(lettersTo("complaints@alderlane.example"))
                .as("of all groups together")
                .hasSize(1);
        assertThat(twilio.bodiesTo(author))
                .filteredOn(body -> body.contains("private word"))
                .hasSize(1);
        assertThat(twilio.all()).allSatisfy(WhatsAppIT::isLawful);
    }

    /** Letters of any kind to anybody; those of other tests are about other groups. */
    private static List<MimeMessage> lettersAboutKestrel() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(letter -> GreenMailUtil.getWholeMessage(letter).contains("4 Kestrel parents"))
                .toList();
    }

    private static List<MimeMessage> lettersTo(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(letter -> GreenMailUtil.getHeaders(letter).contains("To: " + address))
                .toList();
    }

    /** Free text or a template, never both and never neither; from the private line alone. */
    private static void isLawful(TwilioStandIn.Taken message) {
        assertThat(message.value("Body").isEmpty())
                .isNotEqualTo(message.value("ContentSid").isEmpty());
        assertThat(message.value("Body").length()).isLessThanOrEqualTo(1600);
        if (message.path().endsWith("/Messages.json")) {
            assertThat(message.value("From")).isEqualTo("whatsapp:" + TwilioWebhooks.PRIVATE_NUMBER);
        }
    }

    /** Without Teams the head has e-mail alone, and what it says to type enters the decision. */
    @Test
    void theHeadTakesAThreatOnWithTheLineOutOfTheEMail() {
        String head = "head@alderlane.example";
        post(HERON, "+447700900106", "I'll be waiting for Mr Dyer at the gate tonight and I'm going to break his jaw");
        Pattern line = Pattern.compile("decide take-on:\\S+ --by S01");
        String typed = patiently()
                .until(
                        () -> lettersTo(head).stream()
                                .map(letter -> line.matcher(PlainPart.of(letter)))
                                .filter(Matcher::find)
                                .map(Matcher::group)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        Bot.Ended entered = Bot.run(folder, settings(), typed.split(" "));
        assertThat(entered.said()).contains("entered: S01 will have the answer by e-mail");
        assertThat(entered.code()).isZero();
        patiently()
                .until(() -> lettersTo(head).stream()
                        .anyMatch(letter -> PlainPart.of(letter).contains("It’s yours now")));
    }

    @Test
    void aQuestionInTheGroupIsAnsweredThereWithTheClause() {
        post(SWIFT, "+447700900102", "@Schoolgate can I post my sports day photos if other children are in them?");
        patiently().until(() -> !twilio.toGroup(SWIFT).isEmpty());
        assertThat(twilio.toGroup(SWIFT).getFirst().value("Body"))
                .containsIgnoringCase("policy")
                .contains("photo");
    }

    @Test
    void nobodyGetsFreeTextWhoHasNotWrittenToThePrivateLine() {
        String rep = "+447700900100";
        String author = "+447700900110";
        post(ROBIN, author, ATTACK);
        post(ROBIN, author, "@Schoolgate what are the school hours?");
        // The group's answer leaves after the notice would have.
        patiently().until(() -> !twilio.toGroup(ROBIN).isEmpty());
        assertThat(twilio.bodiesTo(author)).allMatch(String::isEmpty);
        assertThat(twilio.toPerson(rep)).isEmpty();

        say(author, "hello");
        patiently().until(() -> twilio.bodiesTo(author).stream().anyMatch(body -> body.contains("private word")));
    }

    @Test
    void whoSendsStopGetsNothingMore() {
        String author = "+447700900104";
        say(author, "hello");
        patiently().until(() -> !twilio.bodiesTo(author).isEmpty());
        say(author, "STOP");
        int before = twilio.toPerson(author).size();
        post(FINCH, author, ATTACK);
        post(FINCH, author, "@Schoolgate what are the school hours?");
        patiently().until(() -> !twilio.toGroup(FINCH).isEmpty());
        assertThat(twilio.bodiesTo(author)).noneMatch(body -> body.contains("private word"));
        assertThat(twilio.toPerson(author).size()).isLessThanOrEqualTo(before + 1);
    }

    /** What a group says while the bot is away, Twilio tells once and not again. */
    @Test
    void nothingIsLostToAKillAndABusyTwilio() {
        String one = "+447700900143";
        String another = "+447700900144";
        String question = "when does school start in the morning?";
        // The first refusal lets a number rest, so these are one for each of the two.
        twilio.failNext(2, 429);
        say(one, question);
        say(another, question);
        post(WREN, one, "@Schoolgate " + question);
        String unheard = "+447700900116";
        say(unheard, "hello");
        bot.kill();
        Instant meanwhile = Instant.now().minus(Duration.ofHours(5));
        twilio.conversations().sees(webhooks.inGroup(WREN, unheard, ATTACK), meanwhile);
        bot = startedBot();
        webhooks = new TwilioWebhooks(bot.url());
        patiently()
                .until(() -> !twilio.bodiesTo(one).isEmpty()
                        && !twilio.bodiesTo(another).isEmpty()
                        && !twilio.toGroup(WREN).isEmpty());
        patiently().until(() -> twilio.bodiesTo(unheard).stream().anyMatch(body -> body.contains("private word")));
        assertThat(twilio.bodiesTo(one)).hasSize(1);
        assertThat(twilio.refusals()).as("Twilio was busy").isEqualTo(2);
        assertThat(bot.said()).doesNotContain(one, question);
    }

    @Test
    void oneChangedByteIsEnoughToBeRefused() {
        String author = "+447700900202";
        String other = "+447700900203";
        Random random = new Random(20261121);
        for (int round = 0; round < 1000; round++) {
            boolean group = random.nextBoolean();
            String path = group ? TwilioWebhooks.CONVERSATIONS : TwilioWebhooks.MESSAGES;
            SortedMap<String, String> form = group
                    ? webhooks.inGroup(FALCON, author, "hello there " + round)
                    : webhooks.toPrivateLine(author, "hello there " + round);
            String signature = TwilioWebhooks.signature(path, form);
            int status = webhooks.post(path, changed(form, random), signature).statusCode();
            assertThat(status).isBetween(400, 499);
        }
        SortedMap<String, String> foreign = new TreeMap<>(webhooks.toPrivateLine(author, "hello"));
        foreign.put("AccountSid", "AC00000000000000000000000000000002");
        assertThat(webhooks.post(TwilioWebhooks.MESSAGES, foreign).statusCode())
                .as("signed, but of another account")
                .isBetween(400, 499);
        say(other, "hello");
        patiently().until(() -> !twilio.bodiesTo(other).isEmpty());
        assertThat(twilio.toPerson(author)).isEmpty();
        assertThat(twilio.toGroup(FALCON)).isEmpty();
    }

    /** The form with one byte changed to another, at any place. */
    private static String changed(SortedMap<String, String> form, Random random) {
        byte[] body = TwilioWebhooks.encoded(form).getBytes(StandardCharsets.US_ASCII);
        String original = new String(body, StandardCharsets.US_ASCII);
        while (true) {
            byte[] copy = body.clone();
            copy[random.nextInt(copy.length)] = (byte) (' ' + random.nextInt('~' - ' '));
            String text = new String(copy, StandardCharsets.US_ASCII);
            // A plus sign is a space, and hex digits have no case: those say the same.
            if (!text.replace(' ', '+').equalsIgnoreCase(original)) {
                return text;
            }
        }
    }

    /** The policies are read again after every start. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
