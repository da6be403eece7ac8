package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.flow.LedgerDesk;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Letters;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.school.PersonId;

/** What people live through with a concern, from the first word to the last. */
class ConcernFlowTest {
    private static final String INBOX = "complaints@test.example";
    private static final PersonId THIRD_PARENT = new PersonId("+447700900134");

    private final SmallBot bot = new SmallBot();

    @Test
    void aPileOnIsOneConcernWithACalmingDraftAndOneLetter() {
        EventId first = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.wait(Duration.ofMinutes(20));
        bot.post(Samples.OTHER_PARENT, "so true, Mrs Patel waste of space");
        bot.wait(Duration.ofMinutes(20));
        bot.post(THIRD_PARENT, "Mrs Patel, what a waste of space");

        assertThat(bot.concern(first).messages()).hasSize(3);
        assertThat(bot.chats(Samples.OTHER_PARENT)).hasSize(1);
        assertThat(bot.chats(THIRD_PARENT)).hasSize(1);
        assertThat(bot.texts(Samples.REP)).hasSize(2);
        assertThat(bot.lastText(Samples.REP)).contains("so true", "feelings are running high", "01632 960999");

        bot.press(Samples.REP, "Hand to the school");
        assertThat(bot.lastText(Samples.REP)).contains("all 3 messages");
        bot.press(Samples.REP, "Yes, hand it over");
        assertThat(bot.mailer.to(INBOX)).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("complete waste", "so true", "what a waste", "Dan Smith", "Sana Khan");
            assertThat(mail.text())
                    .as("a mark between one message and the next")
                    .contains("this one included: 1\n\n* * *\n\nWritten by: ");
            assertThat(mail.html().split("<hr ", -1)).hasSize(3);
            assertThat(mail.attachments())
                    .singleElement()
                    .satisfies(
                            file -> assertThat(file.content()).contains("complete waste", "so true", "what a waste"));
        });
    }

    @Test
    void whoTakesTheirsBackOutOfAPileOnHasTheReviewerAskedAgain() {
        EventId first = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.wait(Duration.ofMinutes(20));
        bot.post(Samples.OTHER_PARENT, "so true, Mrs Patel waste of space");
        bot.press(Samples.REP, "Hand to the school");
        bot.forge(Samples.OTHER_PARENT, "removed:" + bot.concern(first).id());
        bot.forge(Samples.REP, "sure:" + bot.concern(first).id());
        assertThat(bot.mailer.to(INBOX)).isEmpty();
        bot.forge(Samples.REP, "hand-over:" + bot.concern(first).id());
        bot.press(Samples.REP, "Yes, hand it over");
        assertThat(bot.mailer.to(INBOX)).hasSize(1);
    }

    @Test
    void whatIsSaidHoursLaterOrAboutSomebodyElseIsAConcernOfItsOwn() {
        EventId first = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.wait(Duration.ofMinutes(20));
        bot.post(Samples.OTHER_PARENT, "Mr Fielding is a waste of space");
        bot.wait(Duration.ofHours(4));
        bot.post(THIRD_PARENT, "Mrs Patel, what a waste of space");
        assertThat(bot.concern(first).messages()).hasSize(1);
        assertThat(bot.auditOf("concern.raised")).hasSize(3);
    }

    @Test
    void aReviewerWhoJoinsThePileOnNoLongerDecides() {
        EventId first = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.wait(Duration.ofMinutes(20));
        bot.post(Samples.REP, "yes Mrs Patel waste of space");
        bot.forge(Samples.REP, "hand-over:" + bot.concern(first).id());
        assertThat(bot.lastText(Samples.REP)).contains("isn’t yours to decide");
        bot.press(Samples.HEAD, "No action");
        assertThat(bot.concern(first).state()).isInstanceOf(ConcernState.Dismissed.class);
    }

    @Test
    void anObjectionGoesWithItsWordsToSomebodyElseAndTheAuthorHearsTheOutcome() {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.press(Samples.PARENT, "I think it’s wrong");
        assertThat(bot.lastText(Samples.REP)).contains("somebody who has not seen it decides");
        bot.press(Samples.REP, "No action");
        assertThat(bot.lastText(Samples.REP)).contains("isn’t yours to decide");

        bot.write(Samples.PARENT, "I meant the printer, not her. We call it Mrs Patel.");
        assertThat(bot.lastText(Samples.PARENT)).contains("passed your words on");
        assertThat(bot.lastText(Samples.HEAD)).contains(SmallBot.ATTACK, "It insults", "I meant the printer");
        bot.press(Samples.HEAD, "No action");
        assertThat(bot.concern(message).state()).isInstanceOf(ConcernState.Dismissed.class);
        assertThat(bot.lastText(Samples.PARENT)).contains("nothing follows", "erased");
        // The next thing they write is a question again.
        bot.write(Samples.PARENT, "Acknowledge a formal complaint within how many days?");
        assertThat(bot.lastText(Samples.PARENT)).contains("within 3 school days");
    }

    @Test
    void anObjectionAfterTheHandOverGoesAfterTheLetter() {
        EventId message = bot.handOver();
        bot.press(Samples.PARENT, "I think it’s wrong");
        bot.write(Samples.PARENT, "It was a joke between friends.");
        List<Mail> mails = bot.mailer.to(INBOX);
        assertThat(mails).hasSize(3);
        assertThat(mails.getLast().text()).contains("It was a joke between friends.");
        String thread = Letters.messageId(new Reference("TST-26-0001"), ConcernId.of(Samples.CODE, message));
        assertThat(mails.subList(1, 3)).allSatisfy(mail -> {
            assertThat(mail.subject()).startsWith("Re: [TST-26-0001]");
            assertThat(mail.thread()).contains(thread);
        });
        assertThat(mails).extracting(Mail::messageId).doesNotHaveDuplicates();
    }

    @Test
    void editsAndDeletionsAfterTheHandOverGoAfterTheLetter() {
        EventId message = bot.handOver();
        bot.edit(message, Samples.PARENT, "Mrs Patel is such a waste of space");
        bot.delete(message);
        assertThat(bot.mailer.to(INBOX))
                .extracting(Mail::subject)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("[TST-26-0001]"),
                        second -> assertThat(second).contains("changed the message"),
                        third -> assertThat(third).contains("taken the message back"));
        assertThat(bot.mailer.to(INBOX).get(1).text()).contains("such a waste");
    }

    @Test
    void onlyTheAuthorCanEdit() {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.edit(message, Samples.OTHER_PARENT, "All is well");
        assertThat(bot.concern(message).state().isOpen()).isTrue();
        assertThat(bot.concern(message).evidence().changes()).isEmpty();
        assertThat(bot.auditOf("edit.refused")).containsExactly("NOT_YOURS");
    }

    @Test
    void whatIsEditedIntoASignOfHarmLeavesTheReviewersSight() {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.edit(message, Samples.PARENT, SmallBot.AT_RISK);
        assertThat(bot.concern(message).state()).isInstanceOf(ConcernState.Removed.class);
        assertThat(bot.texts(Samples.REP)).noneMatch(text -> text.contains("scared to go home"));
        assertThat(bot.lastText(Samples.SAFEGUARDING_LEAD)).contains("scared to go home");
    }

    @Test
    void whatIsEditedAfterItsConcernClosedIsLookedAtAfresh() {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.press(Samples.REP, "No action");
        bot.edit(message, Samples.PARENT, "Mrs Patel remains a waste of space");
        assertThat(bot.lastText(Samples.REP)).contains("remains a waste");
        bot.press(Samples.REP, "Already sorted");
        assertThat(bot.auditOf("concern.raised")).hasSize(2);
        assertThat(bot.lastText(Samples.REP)).contains("good to know");
    }

    @Test
    void theDeputyIsToldAfterAnHourAndReleasedWhenTheLeadTakesItOn() {
        bot.post(Samples.PARENT, SmallBot.AT_RISK);
        bot.wait(Duration.ofMinutes(59));
        assertThat(bot.chats(SmallBot.DEPUTY)).isEmpty();
        bot.wait(Duration.ofMinutes(2));
        assertThat(bot.lastText(SmallBot.DEPUTY)).contains("scared to go home");
        bot.press(Samples.SAFEGUARDING_LEAD, "I’ve taken it on");
        assertThat(bot.lastText(SmallBot.DEPUTY)).contains("Somebody else has taken this one on");
        int told = bot.chats(Samples.SAFEGUARDING_LEAD).size();
        bot.wait(Duration.ofDays(1));
        assertThat(bot.chats(Samples.SAFEGUARDING_LEAD)).hasSize(told);
    }

    @Test
    void whenTheLeadCannotBeReachedAtAllTheDeputyIsToldWithoutWaiting() {
        bot.mailer.failWith(new SendResult.Unreachable("the mail server answered 550"));
        bot.post(Samples.PARENT, SmallBot.AT_RISK);
        bot.waitMinutes(25);
        assertThat(bot.lastText(SmallBot.DEPUTY)).contains("scared to go home");
        assertThat(bot.auditOf("contact.not-told")).isNotEmpty();
    }

    @Test
    void aClassRepCannotSilenceAThreatAndTheHeadCanHandItOver() {
        EventId message = bot.post(Samples.PARENT, SmallBot.THREAT);
        bot.press(Samples.REP, "No action");
        assertThat(bot.lastText(Samples.REP)).contains("somebody at the school looks at it too");
        int told = bot.chats(Samples.HEAD).size();
        bot.wait(Duration.ofMinutes(31));
        assertThat(bot.chats(Samples.HEAD)).hasSize(told + 1);
        assertThat(bot.mailer.to("head@test.example")).hasSize(2);
        bot.press(Samples.HEAD, "Hand to the school");
        bot.press(Samples.HEAD, "Yes, hand it over");
        assertThat(bot.concern(message).state()).isInstanceOf(ConcernState.Confirmed.class);
        assertThat(bot.mailer.to(INBOX)).hasSize(1);
        bot.wait(Duration.ofHours(2));
        assertThat(bot.mailer.to("head@test.example")).hasSize(2);
    }

    @Test
    void whenOneContactHandsItOverTheOthersHearAndTheirButtonsAreClosed() {
        EventId message = bot.post(Samples.PARENT, SmallBot.THREAT);
        bot.wait(Duration.ofMinutes(61));
        bot.press(Samples.HEAD, "Hand to the school");
        bot.press(Samples.HEAD, "Yes, hand it over");
        Outgoing.Chat last = bot.chats(SmallBot.DEPUTY).getLast();
        assertThat(last.content().plainText()).contains("Somebody else has taken this one on");
        assertThat(last.placement().replaces()).isTrue();
        bot.forge(SmallBot.DEPUTY, "take-on:" + bot.concern(message).id());
        assertThat(bot.auditOf("press.refused")).containsExactly("ALREADY_CLOSED");
    }

    @Test
    void whenOneContactDecidesOnNoActionTheOthersHearIt() {
        EventId message = bot.post(Samples.PARENT, SmallBot.THREAT);
        bot.wait(Duration.ofMinutes(61));
        bot.forge(SmallBot.DEPUTY, "dismiss:" + bot.concern(message).id());
        assertThat(bot.lastText(Samples.HEAD)).contains("Somebody else has taken this one on");
        assertThat(bot.lastText(Samples.REP)).contains("Somebody else has decided");
        // The cards of those who did not decide show no choices any more either.
        assertThat(List.of(Samples.HEAD, Samples.REP))
                .allSatisfy(person -> assertThat(
                                bot.chats(person).getLast().placement().replaces())
                        .isTrue());
    }

    /** The head's card still asks for notice, but no longer offers what a rep has done. */
    @Test
    void whenAReviewerHandsAThreatOverTheContactsCardSaysSo() {
        bot.post(Samples.PARENT, SmallBot.THREAT);
        bot.press(Samples.REP, "Hand to the school");
        bot.press(Samples.REP, "Yes, hand it over");
        Outgoing.Chat card = bot.chats(Samples.HEAD).getLast();
        assertThat(card.placement().replaces()).isTrue();
        assertThat(card.content().plainText()).contains("TST-26-0001", "It still needs you", "burn the place down");
        assertThat(card.content().buttons()).extracting(Button::label).containsExactly("I’ve taken it on");
        assertThat(bot.mailer.to("head@test.example")).as("no second e-mail").hasSize(1);
    }

    @Test
    void wordsOfAPolicyForStaffGoToTheOfficeAloneAndAreMarked() {
        String step =
                "The school will first discuss the matter with the parent and ask for removal, then give a written"
                        + " warning or invite them to a meeting.";
        SmallBot withStaffPolicy = new SmallBot(PolicyIndexContract.policy("staff-handbook.txt", Audience.STAFF, step));
        withStaffPolicy.handOver();
        Mail mail = withStaffPolicy.mailer.to(INBOX).getFirst();
        assertThat(mail.text()).containsSubsequence("written warning", "for staff only", "Acknowledge by");
        assertThat(mail.text().split("for staff only", -1))
                .as("marked there alone")
                .hasSize(2);
        assertThat(mail.attachments().getFirst().content()).contains("forStaff=true", "forStaff=false");
        for (PersonId parent : List.of(Samples.PARENT, Samples.REP)) {
            assertThat(withStaffPolicy.texts(parent)).noneMatch(text -> text.contains("written warning"));
        }
    }

    @Test
    void whoAccusesTheHeadIsSentToTheChairOfGovernors() {
        bot.post(Samples.PARENT, SmallBot.ALLEGATION_AGAINST_HEAD);
        assertThat(bot.lastText(Samples.PARENT)).contains("chair of governors, Dr Whitlock");
        assertThat(bot.chats(Samples.HEAD)).isEmpty();
        assertThat(bot.chats(Samples.REP)).isEmpty();
        assertThat(bot.lastText(Samples.CHAIR)).contains("stole money");
        bot.wait(Duration.ofHours(3));
        assertThat(bot.chats(SmallBot.DEPUTY)).isEmpty();
    }

    @Test
    void reviewersAskWhereTheirIncidentsStandAndNobodyElseLearnsOfThem() {
        bot.handOver();
        bot.write(Samples.REP, "incidents");
        assertThat(bot.lastText(Samples.REP)).contains("TST-26-0001", "in the complaints inbox");
        bot.write(Samples.REP, "incident tst-26-0001");
        assertThat(bot.lastText(Samples.REP)).contains("about to leave", "in the complaints inbox");
        for (PersonId other : List.of(Samples.PARENT, Samples.OTHER_PARENT, Samples.TEACHER)) {
            bot.write(other, "incidents");
            assertThat(bot.lastText(other)).contains("no incidents");
            bot.write(other, "incident TST-26-0001");
            assertThat(bot.lastText(other)).contains("I know no incident TST-26-0001");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents list", "list incidents", "Incidents", "show incidents", "my incidents?"})
    void theListOfIncidentsIsAskedForAsOnTheCommandLineToo(String words) {
        bot.handOver();
        bot.write(Samples.REP, words);
        assertThat(bot.lastText(Samples.REP)).contains("TST-26-0001", "Attack on a member of staff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidents show TST-26-0001",
                "incident tst-26-0001",
                "show TST-26-0001",
                "show incident TST-26-0001",
                "TST-26-0001"
            })
    void oneIncidentIsAskedForAsOnTheCommandLineToo(String words) {
        bot.handOver();
        bot.write(Samples.REP, words);
        assertThat(bot.lastText(Samples.REP)).contains("TST-26-0001", "about to leave");
    }

    @Test
    void theLetterSaysWhatToDoByWhen() {
        bot.handOver();
        Mail mail = bot.mailer.to(INBOX).getFirst();
        // Tuesday 17 November 2026, and no term dates: Monday to Friday count.
        assertThat(mail.text())
                .contains(
                        "Acknowledge by Friday 20 November 2026: 3 school days",
                        "Answer by Tuesday 1 December 2026: 10 school days",
                        "Mrs Patel (Class teacher, Kestrel)")
                .doesNotContain("request for a panel");
        assertThat(mail.html()).contains("Acknowledge by Friday 20 November 2026");
        assertThat(mail.subject()).doesNotContain("Patel");
    }

    @Test
    void aLetterThatWasGivenUpIsAnAlarmEveryDayUntilItIsSentAgain() {
        bot.mailer.failWith(new SendResult.Unreachable("the mail server answered 550"));
        bot.handOver();
        for (int i = 0; i < 40; i++) {
            bot.wait(Duration.ofMinutes(10));
        }
        assertThat(bot.lastText(Samples.HEAD)).contains("TST-26-0001", "could not be delivered");
        LocalDate tomorrow = LocalDate.of(2026, 11, 18);
        bot.store.accept(LedgerDesk.reconcile(Samples.CODE, tomorrow));
        assertThat(bot.lastText(Samples.HEAD)).contains("TST-26-0001: its e-mail was given up");
        assertThat(bot.auditOf("reconciliation.alarm")).containsExactly("DEAD");

        bot.mailer.work();
        bot.store.accept(LedgerDesk.resend(Samples.CODE, new Reference("TST-26-0001"), bot.clock.instant()));
        assertThat(bot.mailer.to(INBOX)).hasSize(1);
        assertThat(bot.store.incidents(Samples.CODE).getFirst().delivery()).isInstanceOf(Delivery.Delivered.class);
        bot.wait(Duration.ofDays(2));
        assertThat(bot.auditOf("reconciliation.done")).last().isEqualTo("1 confirmed, 1 delivered, 0 open");
        assertThat(bot.auditOf("reconciliation.alarm")).hasSize(1);
    }

    @Test
    void whenNobodyMayDecideTheOfficeIsToldAtOnceWithoutTheWords() {
        // The rep is the author, the head is attacked, and the chair is attacked too.
        bot.post(Samples.REP, "Mrs Adeyemi and Dr Whitlock are a waste of space");
        assertThat(bot.mailer.to("office@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("nobody who may decide")
                        .doesNotContain("waste of space", "Adeyemi"));
    }

    @Test
    void safeguardingWordsReachNobodyElseWhateverHappensNext() {
        EventId message = bot.post(Samples.PARENT, SmallBot.AT_RISK);
        String id = ConcernId.of(Samples.CODE, message).value();
        bot.forge(Samples.PARENT, "object:" + id);
        bot.write(Samples.PARENT, SmallBot.AT_RISK);
        bot.edit(message, Samples.PARENT, SmallBot.AT_RISK + " please");
        for (PersonId person : List.of(Samples.REP, Samples.HEAD, Samples.CHAIR, Samples.OTHER_PARENT)) {
            bot.forge(person, "hand-over:" + id);
            bot.forge(person, "sure:" + id);
            bot.write(person, "incidents");
            assertThat(bot.texts(person)).noneMatch(text -> text.contains("scared") || text.contains("dad"));
        }
        bot.wait(Duration.ofDays(20));
        for (String address : List.of(INBOX, "office@test.example", "head@test.example", "chair@test.example")) {
            assertThat(bot.mailer.to(address)).isEmpty();
        }
        assertThat(bot.store.incidents(Samples.CODE)).isEmpty();
        assertThat(bot.audit()).noneMatch(event -> event.toString().contains("scared"));
        assertThat(bot.mailer.to("dsl@test.example")).isNotEmpty();
        Optional<String> leaked = bot.whatsApp.toGroup(Samples.KESTREL.address()).stream()
                .map(chat -> chat.content().plainText())
                .findFirst();
        assertThat(leaked).isEmpty();
    }

    @Test
    void theTrailSaysThatItWasClosedByADeletionOrAMendingAndWhoWasAsked() {
        EventId deleted = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.delete(deleted);
        EventId mended = bot.post(Samples.OTHER_PARENT, "Mr Fielding is a waste of space");
        bot.edit(mended, Samples.OTHER_PARENT, "What time does it start?");
        assertThat(bot.auditOf("concern.closed")).containsExactly("REMOVED", "REMOVED");
        bot.post(Samples.REP, "Mrs Patel, a waste of space");
        assertThat(bot.audit())
                .filteredOn(event -> event.action().equals("concern.asked"))
                .hasSize(3)
                .last()
                .satisfies(event -> assertThat(event.actor()).isEqualTo(Samples.HEAD.value()));
        assertThat(bot.audit()).noneMatch(event -> event.toString().contains(Samples.REP.value()));
    }

    @Test
    void whoAsksForALetterThatWasGivenUpReadsTheServersAnswer() {
        bot.mailer.failWith(new SendResult.Unreachable("the mail server answered 550"));
        bot.handOver();
        for (int i = 0; i < 40; i++) {
            bot.wait(Duration.ofMinutes(10));
        }
        for (String asked : List.of("incidents list", "incidents show TST-26-0001")) {
            bot.write(Samples.REP, asked);
            assertThat(bot.lastText(Samples.REP))
                    .contains("has not reached the complaints inbox", "the mail server answered 550");
        }
    }

    /** The office opens it in a mail program that draws HTML. */
    @Test
    void whatSomebodyWroteIsNoMarkupInTheLetter() {
        String markup = "<img src=x onerror=alert(1)>";
        bot.post(Samples.PARENT, SmallBot.ATTACK + " " + markup);
        bot.press(Samples.REP, "Hand to the school");
        bot.press(Samples.REP, "Yes, hand it over");
        Mail mail = bot.mailer.to(INBOX).getFirst();
        assertThat(mail.text()).contains(markup);
        assertThat(mail.html()).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img");
    }
}
