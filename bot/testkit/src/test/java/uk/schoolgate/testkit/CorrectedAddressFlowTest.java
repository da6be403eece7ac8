package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.flow.LedgerDesk;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.Office;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;

/** An address is put right while e-mails to it wait: what is tried next goes to where it belongs. */
class CorrectedAddressFlowTest {
    private static final String MISTYPED = "complaints@test.example";
    private static final String INBOX = "the.complaints@test.example";
    private static final SendResult LATER = new SendResult.TryLater("the mail server answered 451", Optional.empty());
    private static final SendResult NEVER = new SendResult.Unreachable("the mail server answered 550");

    private final SmallBot bot = new SmallBot();

    private SchoolDesk desk() {
        return bot.desk(Samples.CODE).orElseThrow();
    }

    private void inboxes(String complaints, String office) {
        School old = desk().school();
        bot.takeOver(
                new School(
                        old.code(),
                        old.name(),
                        complaints,
                        new Office(old.office().phone(), Optional.of(office)),
                        old.headteacher(),
                        old.safeguardingLead(),
                        old.chairOfGovernors(),
                        old.terms(),
                        old.mode(),
                        old.retention(),
                        old.groups(),
                        old.hours(),
                        old.deputies()),
                desk().roll());
    }

    private void email(PersonId person, Optional<String> email) {
        Roll old = desk().roll();
        List<StaffMember> staff = old.staff().stream()
                .map(member -> member.id().equals(person) ? with(email, member) : member)
                .toList();
        bot.takeOver(desk().school(), new Roll(old.pupils(), staff, old.contacts()));
    }

    private static StaffMember with(Optional<String> email, StaffMember member) {
        return new StaffMember(
                member.id(),
                member.title(),
                member.forename(),
                member.surname(),
                member.role(),
                member.aliases(),
                email);
    }

    @Test
    void anIncidentAndWhatFollowsItGoToTheInboxOfNow() {
        bot.mailer.failFor(MISTYPED, LATER);
        EventId message = bot.handOver();
        bot.edit(message, Samples.PARENT, SmallBot.ATTACK + ", and worse");
        inboxes(INBOX, "office@test.example");
        bot.waitMinutes(10);
        assertThat(bot.mailer.to(INBOX))
                .extracting(Mail::subject)
                .hasSize(2)
                .anySatisfy(subject -> assertThat(subject).startsWith("[TST-26-0001]"))
                .anySatisfy(subject -> assertThat(subject).contains("has changed the message"));
        assertThat(bot.store.incidents(Samples.CODE)).singleElement().matches(Incident::isDelivered);
    }

    /** Only who reads it has changed: it is the same letter, under the same Message-ID, and comes once. */
    @Test
    void anIncidentThatWasGivenUpAndIsAskedForAgainIsTheSameLetter() {
        SmallBot other = new SmallBot();
        other.handOver();
        bot.mailer.failFor(MISTYPED, NEVER);
        bot.handOver();
        bot.waitMinutes(40);
        inboxes(INBOX, "office@test.example");
        bot.store.accept(LedgerDesk.resend(Samples.CODE, new Reference("TST-26-0001"), bot.clock.instant()));
        bot.waitMinutes(40);
        assertThat(bot.mailer.to(INBOX))
                .extracting(Mail::messageId)
                .containsExactly(other.mailer.to(MISTYPED).getFirst().messageId());
    }

    @Test
    void whatIsForTheOfficeGoesToTheOfficeOfNow() {
        bot.mailer.failFor("office@test.example", LATER);
        // The rep is the author, the head is attacked, and the chair is attacked too.
        bot.post(Samples.REP, "Mrs Adeyemi and Dr Whitlock are a waste of space");
        inboxes(MISTYPED, "the.office@test.example");
        bot.waitMinutes(10);
        assertThat(bot.mailer.to("the.office@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("nobody who may decide"));
    }

    @Test
    void theSafeguardingLeadIsWrittenToWhereTheStaffListHasThemNow() {
        bot.mailer.failFor("dsl@test.example", LATER);
        bot.post(Samples.PARENT, SmallBot.AT_RISK);
        email(Samples.SAFEGUARDING_LEAD, Optional.of("lead@test.example"));
        bot.waitMinutes(10);
        assertThat(bot.mailer.to("lead@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("scared to go home"));
    }

    /** The deputies are told as soon as an urgent e-mail is lost, also where its address was changed meanwhile. */
    @Test
    void theLeadOfALostLetterIsKnownByMoreThanTheAddressThatItWasWrittenTo() {
        bot.mailer.failWith(NEVER);
        bot.post(Samples.PARENT, SmallBot.AT_RISK);
        email(Samples.SAFEGUARDING_LEAD, Optional.of("lead@test.example"));
        bot.waitMinutes(25);
        assertThat(bot.lastText(SmallBot.DEPUTY)).contains("scared to go home");
    }

    /** Whoever has the address by then is not on the staff list. */
    @Test
    void whoIsOnTheStaffListNoMoreIsNotWrittenToAndTheHeadHearsOfIt() {
        bot.teams.failWith(new SendResult.Unreachable("not installed"));
        bot.mailer.failWith(LATER);
        bot.post(Samples.REP, "Mrs Adeyemi is a complete waste of space");
        bot.teams.work();
        bot.mailer.work();
        email(Samples.CHAIR, Optional.empty());
        bot.waitMinutes(40);
        assertThat(bot.mailer.to("chair@test.example")).isEmpty();
        assertThat(bot.texts(Samples.HEAD))
                .anySatisfy(text -> assertThat(text).contains("no address for its reader any more"));
    }
}
