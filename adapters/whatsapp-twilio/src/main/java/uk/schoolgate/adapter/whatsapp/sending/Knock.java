package uk.schoolgate.adapter.whatsapp.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.people.BrokenTemplates;
import uk.schoolgate.adapter.whatsapp.people.SentMessages.Way;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.adapter.whatsapp.sending.Templates.Found;
import uk.schoolgate.adapter.whatsapp.sending.Templates.Template;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.school.PersonId;

/**
 * Outside the window: a template says that something waits, and the message itself follows as soon as the person answers.
 * Without a template that Twilio sends, it goes another way at once, and still waits for the person to write.
 */
final class Knock {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SendResult TOO_MUCH_WAITS = new SendResult.Unreachable("too much waits for them already");

    private final Dispatch dispatch;
    private final Templates templates;
    private final ServedSchools schools;
    private final WaitingRoom waiting;
    private final BrokenTemplates broken;

    Knock(Dispatch dispatch, Templates templates, ServedSchools schools, Notebook notebook, Clock clock) {
        this.dispatch = dispatch;
        this.templates = templates;
        this.schools = schools;
        this.waiting = new WaitingRoom(notebook, clock);
        this.broken = new BrokenTemplates(notebook);
    }

    SendResult deliver(Outgoing.Chat message, PersonId person) {
        Template template = Template.of(message.content());
        if (waiting.hasKnockedForAnother(message, person) && template != Template.URGENT) {
            return waiting.keep(message, person) ? waits(message, person) : TOO_MUCH_WAITS;
        }
        Optional<String> whyNot = broken.whyNot(message.school(), template.friendlyName());
        if (whyNot.isPresent()) {
            return notSetUp(message, person, template, whyNot.get());
        }
        return switch (templates.find(template)) {
            case Found.None(Answer answer)
            when answer.ok() -> notSetUp(message, person, template, "not in the account");
            case Found.None(Answer answer) -> dispatch.failure(answer, message);
            case Found.Content(String content) -> knock(message, person, template, content);
        };
    }

    /** Where they wrote just before it was kept, nothing of theirs lets it out any more, and it need not wait. */
    private SendResult waits(Outgoing.Chat message, PersonId person) {
        if (!dispatch.inWindow(message, person)) {
            return new SendResult.Sent("waits for their next message");
        }
        waiting.takeOut(message, person);
        return new SendResult.NotTried("they have just written", Duration.ZERO);
    }

    private SendResult knock(Outgoing.Chat message, PersonId person, Template template, String content) {
        if (!waiting.keep(message, person)) {
            return TOO_MUCH_WAITS;
        }
        // Before the call: a callback that says that it failed may be quicker than our own call.
        waiting.knocking(message, person);
        Map<String, String> form = dispatch.form(message, person);
        form.computeIfPresent("StatusCallback", (key, url) -> url + "&t=" + template.key());
        form.put("ContentSid", content);
        form.put("ContentVariables", "{\"1\":" + JSON.writeValueAsString(schoolName(message)) + "}");
        SendResult result = dispatch.toPerson(message, Way.TEMPLATE, List.of(form));
        if (!(result instanceof SendResult.Sent)) {
            waiting.knockFailed(message, person);
            waiting.takeOut(message, person);
        }
        if (result instanceof SendResult.NotSetUp(String what)) {
            broken.broken(message.school(), template.friendlyName(), what);
            return notSetUp(message, person, template, what);
        }
        return result;
    }

    private SendResult notSetUp(Outgoing.Chat message, PersonId person, Template template, String why) {
        waiting.keep(message, person);
        return new SendResult.NotSetUp("the WhatsApp template " + template.friendlyName() + " (" + why + ")");
    }

    private String schoolName(Outgoing.Chat message) {
        return schools.of(message.school())
                .map(served -> served.school().name())
                .orElse(message.school().value());
    }
}
