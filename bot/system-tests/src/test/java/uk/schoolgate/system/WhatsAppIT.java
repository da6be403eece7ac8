package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WhatsApp on the executable jar: signed webhooks in, calls of a stand-in for Twilio's API out. */
class WhatsAppIT {
    private static final String KESTREL = "CHe5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5";
    private static final String REP = "+447700900259";
    private static final String AUTHOR = "+447700900108";
    private static final String ATTACK =
            "Honestly Mrs Prentice is useless, a complete waste of space. She couldn’t teach a dog to sit";

    @TempDir
    Path folder;

    private TwilioStandIn twilio;
    private GreenMail mail;

    @BeforeEach
    void startTheOutside() {
        twilio = TwilioStandIn.start();
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
    }

    @AfterEach
    void stopTheOutside() {
        twilio.close();
        mail.stop();
    }

    private Bot bot() {
        Map<String, String> settings = new HashMap<>(TwilioWebhooks.settings(twilio.url()));
        settings.put("SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort());
        settings.put("MAIL_FROM", "schoolgate@alderlane.example");
        return Bot.start(folder, settings);
    }

    private static void accepted(TwilioWebhooks webhooks, String path, SortedMap<String, String> form) {
        assertThat(webhooks.post(path, form).statusCode()).isBetween(200, 204);
    }

    private static void say(TwilioWebhooks webhooks, String from, String text) {
        accepted(webhooks, TwilioWebhooks.MESSAGES, webhooks.toPrivateLine(from, text));
    }

    private static void post(TwilioWebhooks webhooks, String author, String text) {
        accepted(webhooks, TwilioWebhooks.CONVERSATIONS, webhooks.inGroup(KESTREL, author, text));
    }

    /** Answers the newest card that offers this choice, in the words that the card itself asks for. */
    private void choose(TwilioWebhooks webhooks, String person, String label) {
        Pattern offer = Pattern.compile("Reply (\\d \\w{3}) for “" + Pattern.quote(label) + "”");
        String reply = patiently()
                .until(
                        () -> bodiesTo(person).reversed().stream()
                                .map(offer::matcher)
                                .filter(Matcher::find)
                                .map(matcher -> matcher.group(1))
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
        say(webhooks, person, reply);
    }

    private List<String> bodiesTo(String person) {
        return twilio.toPerson(person).stream()
                .map(message -> message.value("Body"))
                .toList();
    }

    @Test
    void anAttackInAHostedGroupBecomesOneEMailThroughTheRepsTwoReplies() throws Exception {
        try (Bot bot = bot()) {
            TwilioWebhooks webhooks = new TwilioWebhooks(bot.url());
            say(webhooks, REP, "hello");
            say(webhooks, AUTHOR, "hello");
            patiently()
                    .until(() -> !bodiesTo(REP).isEmpty() && !bodiesTo(AUTHOR).isEmpty());
            assertThat(bodiesTo(AUTHOR).getFirst()).contains("bot", "Alder Lane Primary School");

            SortedMap<String, String> attack = webhooks.inGroup(KESTREL, AUTHOR, ATTACK);
            for (int copy = 0; copy < 3; copy++) {
                accepted(webhooks, TwilioWebhooks.CONVERSATIONS, attack);
            }
            choose(webhooks, REP, "Hand to the school");
            choose(webhooks, REP, "Yes, hand it over");
            patiently().until(() -> mail.getReceivedMessages().length > 0);

            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(mail.getReceivedMessages()[0].getSubject()).startsWith("[ALD-");
            assertThat(bodiesTo(AUTHOR))
                    .filteredOn(body -> body.contains("private word"))
                    .hasSize(1);
            assertThat(twilio.all()).allSatisfy(WhatsAppIT::isLawful);
        }
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

    @Test
    void aQuestionInTheGroupIsAnsweredThereWithTheClause() {
        try (Bot bot = bot()) {
            TwilioWebhooks webhooks = new TwilioWebhooks(bot.url());
            post(webhooks, AUTHOR, "@Schoolgate can I post my sports day photos if other children are in them?");
            patiently().until(() -> !twilio.toGroup(KESTREL).isEmpty());
            assertThat(twilio.toGroup(KESTREL).getFirst().value("Body"))
                    .containsIgnoringCase("policy")
                    .contains("photo");
        }
    }

    @Test
    void nobodyGetsFreeTextWhoHasNotWrittenToThePrivateLine() {
        try (Bot bot = bot()) {
            TwilioWebhooks webhooks = new TwilioWebhooks(bot.url());
            post(webhooks, AUTHOR, ATTACK);
            post(webhooks, AUTHOR, "@Schoolgate what are the school hours?");
            // The group's answer leaves after the notice would have.
            patiently().until(() -> !twilio.toGroup(KESTREL).isEmpty());
            assertThat(bodiesTo(AUTHOR)).allMatch(String::isEmpty);
            assertThat(twilio.toPerson(REP)).isEmpty();

            say(webhooks, AUTHOR, "hello");
            patiently().until(() -> bodiesTo(AUTHOR).stream().anyMatch(body -> body.contains("private word")));
        }
    }

    @Test
    void whoSendsStopGetsNothingMore() {
        try (Bot bot = bot()) {
            TwilioWebhooks webhooks = new TwilioWebhooks(bot.url());
            say(webhooks, AUTHOR, "hello");
            patiently().until(() -> !bodiesTo(AUTHOR).isEmpty());
            say(webhooks, AUTHOR, "STOP");
            int before = twilio.toPerson(AUTHOR).size();
            post(webhooks, AUTHOR, ATTACK);
            post(webhooks, AUTHOR, "@Schoolgate what are the school hours?");
            patiently().until(() -> !twilio.toGroup(KESTREL).isEmpty());
            assertThat(bodiesTo(AUTHOR)).noneMatch(body -> body.contains("private word"));
            assertThat(twilio.toPerson(AUTHOR).size()).isLessThanOrEqualTo(before + 1);
        }
    }

    @Test
    void whatWasAnsweredWith200SurvivesAKillAndABusyTwilio() {
        String question = "when does school start in the morning?";
        twilio.failNext(3, 429);
        try (Bot bot = bot()) {
            TwilioWebhooks webhooks = new TwilioWebhooks(bot.url());
            say(webhooks, AUTHOR, question);
            say(webhooks, REP, question);
            bot.kill();
        }
        try (Bot bot = bot()) {
            patiently()
                    .until(() -> !bodiesTo(AUTHOR).isEmpty() && !bodiesTo(REP).isEmpty());
            assertThat(bodiesTo(AUTHOR)).hasSize(1);
            assertThat(bot.said()).doesNotContain(AUTHOR, question);
        }
    }

    @Test
    void oneChangedByteIsEnoughToBeRefused() {
        Random random = new Random(20261121);
        try (Bot bot = bot()) {
            TwilioWebhooks webhooks = new TwilioWebhooks(bot.url());
            for (int round = 0; round < 1000; round++) {
                boolean group = random.nextBoolean();
                String path = group ? TwilioWebhooks.CONVERSATIONS : TwilioWebhooks.MESSAGES;
                SortedMap<String, String> form = group
                        ? webhooks.inGroup(KESTREL, AUTHOR, "hello there " + round)
                        : webhooks.toPrivateLine(AUTHOR, "hello there " + round);
                String signature = TwilioWebhooks.signature(path, form);
                int status =
                        webhooks.post(path, changed(form, random), signature).statusCode();
                assertThat(status).isBetween(400, 499);
            }
            SortedMap<String, String> other = new TreeMap<>(webhooks.toPrivateLine(AUTHOR, "hello"));
            other.put("AccountSid", "AC00000000000000000000000000000002");
            assertThat(webhooks.post(TwilioWebhooks.MESSAGES, other).statusCode())
                    .as("signed, but of another account")
                    .isBetween(400, 499);
            say(webhooks, REP, "hello");
            patiently().until(() -> !bodiesTo(REP).isEmpty());
            assertThat(twilio.toPerson(AUTHOR)).isEmpty();
        }
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
