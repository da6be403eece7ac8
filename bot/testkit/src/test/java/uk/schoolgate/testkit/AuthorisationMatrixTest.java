package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.concern.ConcernAction.Verb;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Who may do what with a concern: every role with every button, pressed as if it had been under their messages. */
class AuthorisationMatrixTest {
    private static final Map<String, PersonId> ROLES = Map.of(
            "author", Samples.PARENT,
            "rep", Samples.REP,
            "other parent", Samples.OTHER_PARENT,
            "teacher", Samples.TEACHER,
            "head", Samples.HEAD,
            "safeguarding lead", Samples.SAFEGUARDING_LEAD,
            "chair", Samples.CHAIR,
            "nobody known", new PersonId("+447700900777"));

    /** For each message: the roles that may press each button; every other press must be refused. */
    private static final Map<String, Map<Verb, Set<String>>> ALLOWED = Map.of(
            SmallBot.ATTACK,
            Map.of(
                    Verb.REMOVED, Set.of("author"),
                    Verb.OBJECT, Set.of("author"),
                    Verb.HAND_OVER, Set.of("rep"),
                    Verb.DISMISS, Set.of("rep"),
                    Verb.SORTED, Set.of("rep")),
            SmallBot.THREAT,
            Map.of(
                    Verb.REMOVED, Set.of("author"),
                    Verb.OBJECT, Set.of("author"),
                    Verb.HAND_OVER, Set.of("rep", "head"),
                    Verb.DISMISS, Set.of("rep", "head"),
                    Verb.SORTED, Set.of("rep", "head"),
                    Verb.TAKE_ON, Set.of("head")),
            SmallBot.ALLEGATION_AGAINST_HEAD,
            Map.of(
                    Verb.REMOVED, Set.of("author"),
                    Verb.OBJECT, Set.of("author"),
                    Verb.TAKE_ON, Set.of("chair")),
            SmallBot.AT_RISK,
            Map.of(
                    Verb.REMOVED, Set.of("author"),
                    Verb.OBJECT, Set.of("author"),
                    Verb.TAKE_ON, Set.of("safeguarding lead")));

    static Stream<Arguments> cells() {
        return ALLOWED.entrySet().stream()
                .flatMap(message -> Arrays.stream(Verb.values())
                        .flatMap(verb -> ROLES.keySet().stream()
                                .map(role -> Arguments.of(
                                        message.getKey(),
                                        verb,
                                        role,
                                        message.getValue()
                                                .getOrDefault(verb, Set.of())
                                                .contains(role)))));
    }

    @ParameterizedTest(name = "{0}: {1} by {2}: {3}")
    @MethodSource("cells")
    void aPressWorksForWhoMayAndIsRefusedForEverybodyElse(String text, Verb verb, String role, boolean may) {
        SmallBot bot = new SmallBot();
        EventId message = bot.post(Samples.PARENT, text);
        Concern before = bot.concern(message);
        PersonId person = Objects.requireNonNull(ROLES.get(role));
        int told = bot.chats(person).size();
        int mails = bot.mailer.all().size();

        bot.forge(person, new ConcernAction(verb, before.id()).token());

        boolean refused = bot.audit().stream()
                .anyMatch(event -> event.action().equals("press.refused")
                        && event.subject().equals(before.id().value()));
        assertThat(refused).isEqualTo(!may);
        assertThat(bot.chats(person).size()).isGreaterThan(told);
        if (!may) {
            assertThat(bot.concern(message)).isEqualTo(before);
            assertThat(bot.mailer.all()).hasSize(mails);
            assertThat(bot.lastText(person))
                    .containsAnyOf("isn’t yours", "already closed", "press “Hand to the school” first");
        }
    }

    /**
     * What has happened to a message since, and who may do what from then on.
     *
     * @param allowed the roles that may press each button
     * @param arrange makes it happen
     */
    record Situation(String name, Map<Verb, Set<String>> allowed, Function<SmallBot, EventId> arrange) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Situation> SITUATIONS = List.of(
            new Situation(
                    "after an objection",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.HAND_OVER, Set.of("head"),
                            Verb.DISMISS, Set.of("head"),
                            Verb.SORTED, Set.of("head")),
                    AuthorisationMatrixTest::afterAnObjection),
            new Situation(
                    "after nobody took a threat on",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.HAND_OVER, Set.of("rep", "head", "teacher"),
                            Verb.DISMISS, Set.of("rep", "head", "teacher"),
                            Verb.SORTED, Set.of("rep", "head", "teacher"),
                            Verb.TAKE_ON, Set.of("head", "teacher")),
                    AuthorisationMatrixTest::afterNobodyTookAThreatOn),
            new Situation(
                    "after the rep wanted to hand over",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.HAND_OVER, Set.of("rep"),
                            Verb.SURE, Set.of("rep"),
                            Verb.DISMISS, Set.of("rep"),
                            Verb.SORTED, Set.of("rep")),
                    AuthorisationMatrixTest::afterTheRepWantedToHandOver),
            new Situation(
                    "written by the rep",
                    Map.of(
                            Verb.REMOVED, Set.of("rep"),
                            Verb.OBJECT, Set.of("rep"),
                            Verb.HAND_OVER, Set.of("head"),
                            Verb.DISMISS, Set.of("head"),
                            Verb.SORTED, Set.of("head")),
                    AuthorisationMatrixTest::writtenByTheRep),
            new Situation(
                    "naming the reps child",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.HAND_OVER, Set.of("head"),
                            Verb.DISMISS, Set.of("head"),
                            Verb.SORTED, Set.of("head")),
                    AuthorisationMatrixTest::namingTheRepsChild),
            new Situation(
                    "giving the reps number",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.HAND_OVER, Set.of("head"),
                            Verb.DISMISS, Set.of("head"),
                            Verb.SORTED, Set.of("head")),
                    bot -> bot.post(Samples.PARENT, "Ring Grace's mum on 07700 900131 about it")),
            new Situation(
                    "attacking a teacher and naming the rep",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.HAND_OVER, Set.of("head"),
                            Verb.DISMISS, Set.of("head"),
                            Verb.SORTED, Set.of("head")),
                    bot -> bot.post(Samples.PARENT, "Ngozi Okafor says it: " + SmallBot.ATTACK)),
            new Situation(
                    "hate that names the head",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.HAND_OVER, Set.of("rep", "chair"),
                            Verb.DISMISS, Set.of("rep", "chair"),
                            Verb.SORTED, Set.of("rep", "chair"),
                            Verb.TAKE_ON, Set.of("chair")),
                    bot -> bot.post(Samples.PARENT, "Mrs Adeyemi: " + SmallBot.HATE)),
            new Situation(
                    "a sign of harm that may accuse the safeguarding lead",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.TAKE_ON, Set.of("chair")),
                    bot -> bot.post(Samples.PARENT, SmallBot.AT_RISK_FROM_LEAD)),
            new Situation(
                    "a sign of harm that the safeguarding lead was told of",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.TAKE_ON, Set.of("safeguarding lead")),
                    bot -> bot.post(Samples.PARENT, SmallBot.AT_RISK + ", I told Mr Fielding")),
            new Situation(
                    "edited so that it names the reps child",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.HAND_OVER, Set.of("head"),
                            Verb.DISMISS, Set.of("head"),
                            Verb.SORTED, Set.of("head")),
                    AuthorisationMatrixTest::editedSoThatItNamesTheRepsChild),
            new Situation(
                    "edited so that it insults the head who was asked",
                    Map.of(
                            Verb.REMOVED, Set.of("rep"),
                            Verb.OBJECT, Set.of("rep"),
                            Verb.HAND_OVER, Set.of("chair"),
                            Verb.DISMISS, Set.of("chair"),
                            Verb.SORTED, Set.of("chair")),
                    AuthorisationMatrixTest::editedSoThatItInsultsTheHead),
            new Situation(
                    "a threat that names the heads child",
                    Map.of(
                            Verb.REMOVED, Set.of("author"),
                            Verb.OBJECT, Set.of("author"),
                            Verb.HAND_OVER, Set.of("rep"),
                            Verb.DISMISS, Set.of("rep"),
                            Verb.SORTED, Set.of("rep"),
                            Verb.TAKE_ON, Set.of("head")),
                    bot -> bot.post(Samples.PARENT, SmallBot.THREAT_NAMING_HEADS_CHILD)),
            new Situation(
                    "handed over",
                    Map.of(Verb.REMOVED, Set.of("author"), Verb.OBJECT, Set.of("author")),
                    SmallBot::handOver));

    private static EventId afterAnObjection(SmallBot bot) {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.forge(Samples.PARENT, "object:" + bot.concern(message).id());
        return message;
    }

    private static EventId afterNobodyTookAThreatOn(SmallBot bot) {
        EventId message = bot.post(Samples.PARENT, SmallBot.THREAT);
        bot.wait(Duration.ofMinutes(61));
        return message;
    }

    private static EventId afterTheRepWantedToHandOver(SmallBot bot) {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.press(Samples.REP, "Hand to the school");
        return message;
    }

    private static EventId writtenByTheRep(SmallBot bot) {
        return bot.post(Samples.REP, SmallBot.ATTACK);
    }

    private static EventId namingTheRepsChild(SmallBot bot) {
        return bot.post(Samples.PARENT, "Grace Okafor hit my daughter again");
    }

    private static EventId editedSoThatItNamesTheRepsChild(SmallBot bot) {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.edit(message, Samples.PARENT, SmallBot.ATTACK + " and Grace Okafor hit my daughter");
        return message;
    }

    private static EventId editedSoThatItInsultsTheHead(SmallBot bot) {
        EventId message = bot.post(Samples.REP, SmallBot.ATTACK);
        bot.edit(message, Samples.REP, "Mrs Adeyemi is a complete waste of space");
        return message;
    }

    static Stream<Arguments> later() {
        return SITUATIONS.stream()
                .flatMap(situation -> Arrays.stream(Verb.values())
                        .flatMap(verb -> ROLES.keySet().stream()
                                .map(role -> Arguments.of(
                                        situation,
                                        verb,
                                        role,
                                        situation
                                                .allowed()
                                                .getOrDefault(verb, Set.of())
                                                .contains(role)))));
    }

    @ParameterizedTest(name = "{0}: {1} by {2}: {3}")
    @MethodSource("later")
    void whatHasHappenedDecidesWhoMay(Situation situation, Verb verb, String role, boolean may) {
        SmallBot bot = new SmallBot();
        EventId message = situation.arrange().apply(bot);
        Concern before = bot.concern(message);
        int mails = bot.mailer.all().size();

        bot.forge(Objects.requireNonNull(ROLES.get(role)), new ConcernAction(verb, before.id()).token());

        assertThat(bot.auditOf("press.refused")).hasSize(may ? 0 : 1);
        if (!may) {
            assertThat(bot.concern(message)).isEqualTo(before);
            assertThat(bot.mailer.all()).hasSize(mails);
        }
    }

    /** Of an incident only those hear who had to do with it. */
    @ParameterizedTest
    @MethodSource("roles")
    void whoAsksForAnIncidentHearsOfItOnlyIfTheyHadToDoWithIt(String role) {
        SmallBot bot = new SmallBot();
        bot.handOver();
        PersonId person = Objects.requireNonNull(ROLES.get(role));
        bot.write(person, "incident TST-26-0001");
        boolean may = role.equals("rep");
        assertThat(bot.lastText(person)).contains(may ? "in the complaints inbox" : "I know no incident TST-26-0001");
        bot.write(person, "incidents");
        assertThat(bot.lastText(person)).contains(may ? "TST-26-0001" : "no incidents");
    }

    static Stream<String> roles() {
        return ROLES.keySet().stream().sorted();
    }

    @Test
    void aButtonOfAnotherSchoolOrOfNoneIsRefusedWithAnEntry() {
        SmallBot bot = new SmallBot();
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        Concern before = bot.concern(message);
        bot.forge(Samples.REP, "hand-over:C0123456789ABCDEF");
        bot.forge(Samples.REP, "give me everything");
        bot.forge(new SchoolCode("OTH"), Samples.REP, "hand-over:" + before.id());
        assertThat(bot.auditOf("press.refused")).containsExactly("UNKNOWN", "UNKNOWN");
        assertThat(bot.concern(message)).isEqualTo(before);
        assertThat(bot.lastText(Samples.REP)).contains("isn’t one that I know");
    }

    /** A hand-over that was pressed before the message changed is a hand-over of something else. */
    @Test
    void aStaleYesIsRefused() {
        SmallBot bot = new SmallBot();
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.press(Samples.REP, "Hand to the school");
        bot.edit(message, Samples.PARENT, "Mrs Patel is and stays a waste of space");
        bot.press(Samples.REP, "Yes, hand it over");
        assertThat(bot.concern(message).state().isOpen()).isTrue();
        assertThat(bot.auditOf("press.refused")).containsExactly("NOT_ASKED_IF_SURE");
        assertThat(bot.mailer.all()).isEmpty();
        bot.press(Samples.REP, "Hand to the school");
        bot.press(Samples.REP, "Yes, hand it over");
        assertThat(bot.mailer.to("complaints@test.example")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"removed", "object", "hand-over", "sure", "dismiss", "sorted", "take-on"})
    void everyButtonOfAClosedConcernIsRefused(String verb) {
        SmallBot bot = new SmallBot();
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.press(Samples.REP, "No action");
        Concern closed = bot.concern(message);
        for (PersonId person : List.of(Samples.PARENT, Samples.REP, Samples.HEAD)) {
            bot.forge(person, verb + ":" + closed.id());
        }
        assertThat(bot.concern(message)).isEqualTo(closed);
        assertThat(bot.auditOf("press.refused")).hasSize(3);
        assertThat(bot.mailer.all()).isEmpty();
    }
}
