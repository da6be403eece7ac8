package uk.schoolgate.adapter.whatsapp.door;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.BrokenTemplates;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.SentMessages;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.adapter.whatsapp.sending.ErrorAction;
import uk.schoolgate.adapter.whatsapp.sending.Returns;
import uk.schoolgate.adapter.whatsapp.sending.Slowdown;
import uk.schoolgate.adapter.whatsapp.sending.Templates;
import uk.schoolgate.adapter.whatsapp.sending.Templates.Template;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/**
 * What became of the messages that we sent. Callbacks come in any order, and some before our call has returned: only a
 * failure is acted on, and a message that has once been delivered has not failed.
 */
final class Callbacks {
    /** With the rests in between about an hour; then it takes another way. */
    private static final int MOST_RETURNS = 12;

    /** For a reason that nobody knows, in about four minutes: somebody may be waiting for what it says. */
    private static final int MOST_UNKNOWN_RETURNS = 3;

    private final ServedSchools schools;
    private final SentMessages sent;
    private final Contacts contacts;
    private final BrokenTemplates broken;
    private final WaitingRoom waiting;
    private final Slowdown slowdown;
    private final Returns returns;
    private final DealtWithHere dealtWith;
    private final Intake intake;
    private final TwilioAccount account;
    private final Clock clock;

    Callbacks(ServedSchools schools, Notebook notebook, Intake intake, TwilioAccount account, Clock clock) {
        this.schools = schools;
        this.sent = new SentMessages(notebook);
        this.contacts = new Contacts(notebook, clock);
        this.broken = new BrokenTemplates(notebook);
        this.waiting = new WaitingRoom(notebook, clock);
        this.slowdown = new Slowdown(notebook, schools, clock);
        this.returns = new Returns(notebook, clock);
        this.dealtWith = new DealtWithHere(intake, account, clock);
        this.intake = intake;
        this.account = account;
        this.clock = clock;
    }

    /** @param query of the callback's URL, which says which message of ours it is about */
    WebhookReply receive(FormBody form, FormBody query) {
        SchoolCode school;
        try {
            school = new SchoolCode(query.get("school"));
        } catch (IllegalArgumentException e) {
            return WebhookReply.BAD_FORM;
        }
        switch (form.get("MessageStatus")) {
            case "delivered", "read" -> {
                sent.delivered(school, query.get("m"), form.get("MessageSid"));
                eraseCopy(school, form);
            }
            case "failed", "undelivered" -> {
                failed(school, query, form);
                eraseCopy(school, form);
            }
            default -> {
                // On its way: nothing to do.
            }
        }
        return WebhookReply.NOTHING_TO_SAY;
    }

    /** A card quotes what somebody wrote. Twilio redacts only what is not on its way any more. */
    private void eraseCopy(SchoolCode school, FormBody form) {
        if (schools.of(school).isPresent()) {
            dealtWith.message(school, form.get("MessageSid"), List.of());
        }
    }

    /**
     * A message of ours that failed.
     *
     * @param template that said that it is there; empty where it left in words
     * @param leftAt when it was handed to Twilio
     */
    private record Failed(
            SchoolCode school,
            Outgoing.Chat message,
            PersonId person,
            Optional<Template> template,
            Instant leftAt,
            String code) {}

    private void failed(SchoolCode school, FormBody query, FormBody form) {
        Optional<Outgoing.Chat> message = sent.find(school, query.get("m"), form.get("MessageSid"));
        if (message.isEmpty() || !(message.get().to() instanceof PrivateChat chat)) {
            return;
        }
        Failed failed = new Failed(
                school,
                message.get(),
                chat.person(),
                Template.called(query.get("t")),
                leftAt(query),
                number(form.get("ErrorCode")));
        boolean again = findsAnotherWay(failed) && Returns.of(failed.message()) < MOST_RETURNS;
        if (failed.template().isPresent()) {
            waiting.knockFailed(failed.message(), failed.person());
        }
        if (again) {
            waiting.takeOut(failed.message(), failed.person());
        }
        // Several parts of it may fail; it comes back once, as a whole.
        EventId id = Returns.next(failed.message());
        Optional<String> lost = again ? Optional.empty() : Optional.of("Twilio " + failed.code());
        intake.accept(new Incoming.Returned(id, school, failed.message(), lost, clock.instant()));
    }

    /** Acts on what the code says, and whether the message, sent once more, finds a way to its reader here. */
    private boolean findsAnotherWay(Failed failed) {
        return switch (ErrorAction.of(failed.code())) {
            case OUTSIDE_WINDOW -> {
                failed.template()
                        .ifPresentOrElse(
                                template -> broken(failed, template.friendlyName()),
                                () -> contacts.closeWindow(
                                        failed.school(), failed.person(), account.privateNumber(), failed.leftAt()));
                yield true;
            }
            case TEMPLATE -> {
                broken(failed, failed.template().map(Template::friendlyName).orElse(Templates.QUICK_REPLIES));
                yield true;
            }
            case TOO_FAST -> {
                slowdown.tooFast(failed.school(), account.privateNumber(), Optional.empty());
                yield true;
            }
            case UNREACHABLE -> {
                contacts.unreachable(failed.school(), failed.person());
                yield false;
            }
            case WITHHELD -> false;
            case UNKNOWN -> {
                returns.rest(failed.message());
                yield Returns.of(failed.message()) < MOST_UNKNOWN_RETURNS;
            }
        };
    }

    private void broken(Failed failed, String template) {
        broken.broken(failed.school(), template, "Twilio " + failed.code());
    }

    private Instant leftAt(FormBody query) {
        String at = query.get("at");
        return at.matches("[0-9]{1,15}") ? Instant.ofEpochMilli(Long.parseLong(at)) : clock.instant();
    }

    private static String number(String code) {
        return code.matches("[0-9]{1,6}") ? code : "without a code";
    }
}
