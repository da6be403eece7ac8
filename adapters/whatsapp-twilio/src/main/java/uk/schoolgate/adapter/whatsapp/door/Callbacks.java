package uk.schoolgate.adapter.whatsapp.door;

import java.time.Clock;
import java.util.Optional;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.BrokenTemplates;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.SentMessages;
import uk.schoolgate.adapter.whatsapp.sending.ErrorAction;
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
    private final SentMessages sent;
    private final Contacts contacts;
    private final BrokenTemplates broken;
    private final Intake intake;
    private final TwilioAccount account;
    private final Clock clock;

    Callbacks(Notebook notebook, Intake intake, TwilioAccount account, Clock clock) {
        this.sent = new SentMessages(notebook);
        this.contacts = new Contacts(notebook, clock);
        this.broken = new BrokenTemplates(notebook);
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
            case "delivered", "read" -> sent.delivered(school, query.get("m"), form.get("MessageSid"));
            case "failed", "undelivered" -> failed(school, query, form);
            default -> {
                // On its way: nothing to do.
            }
        }
        return WebhookReply.NOTHING_TO_SAY;
    }

    private void failed(SchoolCode school, FormBody query, FormBody form) {
        String mark = query.get("m");
        Optional<Outgoing.Chat> message = sent.find(school, mark, form.get("MessageSid"));
        if (message.isEmpty() || !(message.get().to() instanceof PrivateChat chat)) {
            return;
        }
        EventId id = new EventId("twilio:failed:" + mark + ":" + form.get("MessageSid"));
        intake.accept(returned(id, school, message.get(), chat.person(), query.get("t"), form.get("ErrorCode")));
    }

    private Incoming returned(
            EventId id, SchoolCode school, Outgoing.Chat message, PersonId person, String template, String code) {
        ErrorAction action = ErrorAction.of(code);
        if (action == ErrorAction.OUTSIDE_WINDOW || action == ErrorAction.TEMPLATE) {
            // Sent once more, it finds another way: a template instead of words, or none instead of a broken template.
            Template.called(template)
                    .ifPresentOrElse(
                            it -> broken.broken(school, it.friendlyName(), "Twilio " + number(code)),
                            () -> contacts.closeWindow(school, person, account.privateNumber()));
            return new Incoming.Returned(id, school, message, Optional.empty(), clock.instant());
        }
        if (action == ErrorAction.UNREACHABLE) {
            contacts.unreachable(school, person);
        }
        return new Incoming.Returned(id, school, message, Optional.of("Twilio " + number(code)), clock.instant());
    }

    private static String number(String code) {
        return code.matches("[0-9]{1,6}") ? code : "without a code";
    }
}
