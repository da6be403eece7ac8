package uk.schoolgate.adapter.whatsapp.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.BrokenTemplates;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.QuotableMessages;
import uk.schoolgate.adapter.whatsapp.people.SentMessages;
import uk.schoolgate.adapter.whatsapp.people.SentMessages.Way;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.school.PersonId;

/** Hands messages to Twilio, part by part and at its pace, and reads out of its answers what to do next. */
final class Dispatch {
    /** Twilio allows a WhatsApp number 80 a second; a new one less. */
    private static final int PER_SECOND = 40;

    private static final Duration WITHHELD_FOR = Duration.ofHours(6);

    private final TwilioAccount account;
    private final TwilioApi api;
    private final Contacts contacts;
    private final Templates templates;
    private final SentMessages sent;
    private final QuotableMessages quotable;
    private final BrokenTemplates broken;
    private final Slowdown slowdown;
    private final Returns returns;
    private final Pace pace;
    private final Clock clock;

    Dispatch(
            TwilioAccount account,
            TwilioApi api,
            Templates templates,
            ServedSchools schools,
            Notebook notebook,
            Clock clock) {
        this.account = account;
        this.api = api;
        this.contacts = new Contacts(notebook, clock);
        this.templates = templates;
        this.sent = new SentMessages(notebook);
        this.quotable = new QuotableMessages(notebook);
        this.broken = new BrokenTemplates(notebook);
        this.slowdown = new Slowdown(notebook, schools, clock);
        this.returns = new Returns(notebook, clock);
        this.pace = new Pace(PER_SECOND, clock);
        this.clock = clock;
    }

    /** Whether free text from the private line reaches them just now. */
    boolean inWindow(Outgoing.Chat message, PersonId person) {
        return contacts.inWindow(message.school(), person, account.privateNumber());
    }

    /** What every message from the private line to a person has. */
    Map<String, String> form(Outgoing.Chat message, PersonId person) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("From", TwilioAccount.address(account.privateNumber()));
        form.put("To", TwilioAccount.address(person.value()));
        form.put(
                "StatusCallback",
                account.publicUrl() + TwilioAccount.STATUS + "?school="
                        + message.school().value() + "&m=" + SentMessages.markOf(message) + "&at="
                        + clock.instant().toEpochMilli());
        return form;
    }

    SendResult toPerson(Outgoing.Chat message, Way way, List<Map<String, String>> parts) {
        return send(message, way, new Line(account.privateNumber(), Host.API, api.ofAccount("/Messages.json")), parts);
    }

    SendResult toGroup(Outgoing.Chat message, String conversation, List<Map<String, String>> parts) {
        Line line = new Line(account.groupNumber(), Host.CONVERSATIONS, TwilioApi.messagesOf(conversation));
        return send(message, Way.WORDS, line, parts);
    }

    /** Which number of ours something leaves from, and where it is posted to. */
    private record Line(String number, Host host, String path) {}

    /** Sends the parts that Twilio has not taken yet, each once, and stops at the first that it does not take. */
    private SendResult send(Outgoing.Chat message, Way way, Line line, List<Map<String, String>> parts) {
        Optional<Duration> ownRest = returns.left(message);
        if (ownRest.isPresent()) {
            return new SendResult.NotTried("it failed a moment ago", ownRest.get());
        }
        sent.leaving(message);
        String receipt = "taken before";
        for (int i = sent.partsTaken(message, way); i < parts.size(); i++) {
            Optional<Duration> rest = slowdown.left(message.school(), line.number());
            if (rest.isPresent()) {
                return new SendResult.NotTried("Twilio asked us to slow down", rest.get());
            }
            Optional<Duration> wait = pace.take(line.number());
            if (wait.isPresent()) {
                return new SendResult.NotTried("our own pace", wait.get());
            }
            Answer answer = api.post(line.host(), line.path(), parts.get(i));
            if (!answer.ok()) {
                return failure(answer, message);
            }
            sent.partTaken(message, way, i + 1);
            receipt = answer.text("sid");
            // A template says only that a card is there: who answers it has not seen what the numbers stand for.
            if (way == Way.WORDS) {
                quotable.left(message, receipt);
            }
        }
        return new SendResult.Sent(receipt);
    }

    /** What a refusal asks for. */
    SendResult failure(Answer answer, Outgoing.Chat message) {
        ErrorAction action = answer.status() == 429 ? ErrorAction.TOO_FAST : ErrorAction.of(answer.code());
        if (action == ErrorAction.TOO_FAST) {
            boolean isPrivate = message.to() instanceof PrivateChat;
            String number = isPrivate ? account.privateNumber() : account.groupNumber();
            Duration pause = slowdown.tooFast(message.school(), number, answer.retryAfter());
            return new SendResult.TryLater(answer.describe(), Optional.of(pause));
        }
        return message.to() instanceof PrivateChat chat
                ? toPerson(action, answer, message, chat.person())
                : later(action, answer);
    }

    private SendResult toPerson(ErrorAction action, Answer answer, Outgoing.Chat message, PersonId person) {
        return switch (action) {
            case OUTSIDE_WINDOW, TEMPLATE -> content(action, answer, message, person);
            case UNREACHABLE -> {
                contacts.unreachable(message.school(), person);
                yield new SendResult.Unreachable(answer.describe());
            }
            case WITHHELD, TOO_FAST, UNKNOWN -> later(action, answer);
        };
    }

    /** In the window another attempt finds its way; outside, what Twilio does not take is an approved template. */
    private SendResult content(ErrorAction action, Answer answer, Outgoing.Chat message, PersonId person) {
        templates.forget();
        if (!inWindow(message, person)) {
            return new SendResult.NotSetUp(answer.describe());
        }
        if (action == ErrorAction.OUTSIDE_WINDOW) {
            contacts.closeWindow(message.school(), person, account.privateNumber(), clock.instant());
        } else {
            broken.broken(message.school(), Templates.QUICK_REPLIES, answer.describe());
        }
        return new SendResult.TryLater(answer.describe(), Optional.empty());
    }

    private static SendResult later(ErrorAction action, Answer answer) {
        return action == ErrorAction.UNREACHABLE
                ? new SendResult.Unreachable(answer.describe())
                : new SendResult.TryLater(
                        answer.describe(),
                        action == ErrorAction.WITHHELD ? Optional.of(WITHHELD_FOR) : answer.retryAfter());
    }
}
