package uk.schoolgate.adapter.whatsapp.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Choices;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.SentMessages;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.adapter.whatsapp.sending.Templates.Found;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/**
 * WhatsApp through Twilio: into a hosted group, or from the private line to one person, who must have been in touch;
 * in words within a day of their last message, through a template that asks to be answered at any other time.
 */
public final class WhatsAppChannel implements Channel {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Author of what the bot writes in hosted groups. */
    public static final String BOT = "Schoolgate";

    /** The words above buttons travel as a variable, and Twilio takes no more than this in one. */
    private static final int LONGEST_WITH_BUTTONS = 255;

    private static final int LONGEST_PAYLOAD = 200;

    /** Twilio allows a WhatsApp number 80 a second; a new one less. */
    private static final int PER_SECOND = 40;

    private static final Duration WITHHELD_FOR = Duration.ofHours(6);

    private final TwilioApi api;
    private final TwilioAccount account;
    private final ServedSchools schools;
    private final Contacts contacts;
    private final Choices choices;
    private final WaitingRoom waiting;
    private final SentMessages sent;
    private final Templates templates;
    private final Wording wording;
    private final Pace pace;

    public WhatsAppChannel(
            TwilioAccount account,
            TwilioApi api,
            ServedSchools schools,
            Notebook notebook,
            Wording wording,
            Clock clock) {
        this.account = account;
        this.api = api;
        this.schools = schools;
        this.contacts = new Contacts(notebook, clock);
        this.choices = new Choices(notebook);
        this.waiting = new WaitingRoom(notebook, clock);
        this.sent = new SentMessages(notebook);
        this.templates = new Templates(api);
        this.wording = wording;
        this.pace = new Pace(PER_SECOND, clock);
    }

    @Override
    public Platform platform() {
        return Platform.WHATSAPP;
    }

    @Override
    public SendResult deliver(Outgoing.Chat message) {
        return switch (message.to()) {
            case Conversation.GroupChat(Platform platform, String address) -> toGroup(message, address);
            case Conversation.PrivateChat(Platform platform, PersonId person) -> toPerson(message, person);
        };
    }

    private SendResult toGroup(Outgoing.Chat message, String conversation) {
        List<Map<String, String>> parts = new ArrayList<>();
        for (String piece : MessageText.split(MessageText.of(message.content()), MessageText.LONGEST)) {
            parts.add(Map.of("Author", BOT, "Body", piece));
        }
        return send(
                message,
                account.groupNumber(),
                Host.CONVERSATIONS,
                "/v1/Conversations/" + conversation + "/Messages",
                parts);
    }

    private SendResult toPerson(Outgoing.Chat message, PersonId person) {
        return switch (contacts.standing(message.school(), person)) {
            case NEVER_IN_TOUCH -> new SendResult.Unreachable("has never been in touch on WhatsApp");
            case STOPPED -> new SendResult.Unreachable("wants no messages on WhatsApp");
            case UNREACHABLE -> new SendResult.Unreachable("Twilio could not reach them lately");
            case WELCOME ->
                contacts.inWindow(message.school(), person, account.privateNumber())
                        ? inWords(message, person)
                        : knock(message, person);
        };
    }

    /** A template that says that something waits; the message itself follows as soon as the person answers. */
    private SendResult knock(Outgoing.Chat message, PersonId person) {
        boolean knockedBefore = waiting.isWaitedFor(message.school(), person);
        Templates.Template template = Templates.Template.of(message.content());
        if (knockedBefore && template != Templates.Template.URGENT) {
            waiting.keep(message, person);
            return new SendResult.Sent("waits for their next message");
        }
        return switch (templates.find(template)) {
            case Found.None(Answer answer)
            when answer.ok() ->
                new SendResult.TryLater(
                        "the template " + template.friendlyName() + " is not in the account", Optional.empty());
            case Found.None(Answer answer) -> failure(answer, person, message);
            case Found.Content(String content) -> {
                Map<String, String> form = toPerson(person, message);
                form.put("ContentSid", content);
                form.put("ContentVariables", "{\"1\":" + quoted(schoolName(message)) + "}");
                SendResult result = send(
                        message, account.privateNumber(), Host.API, api.ofAccount("/Messages.json"), List.of(form));
                if (result instanceof SendResult.Sent) {
                    waiting.keep(message, person);
                }
                yield result;
            }
        };
    }

    private String schoolName(Outgoing.Chat message) {
        return schools.of(message.school())
                .map(served -> served.school().name())
                .orElse(message.school().value());
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private Map<String, String> toPerson(PersonId person, Outgoing.Chat message) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("From", TwilioAccount.address(account.privateNumber()));
        form.put("To", TwilioAccount.address(person.value()));
        form.put(
                "StatusCallback",
                account.publicUrl() + TwilioAccount.STATUS + "?school="
                        + message.school().value() + "&m=" + SentMessages.markOf(message));
        return form;
    }

    private SendResult inWords(Outgoing.Chat message, PersonId person) {
        Content content = message.content();
        String text = MessageText.of(content);
        if (content.buttons().isEmpty()) {
            return sendWords(message, person, text, List.of());
        }
        String code = choices.offer(message.school(), person, message.id(), content.buttons());
        boolean fits =
                content.buttons().stream().allMatch(button -> button.action().length() <= LONGEST_PAYLOAD);
        Found replies = fits ? templates.quickReplies(content.buttons()) : new Found.None(Answer.refused());
        return switch (replies) {
            case Found.Content(String sid) -> withButtons(message, person, text, sid);
            case Found.None(Answer answer)
            when answer.status() == 0 || answer.status() == 429 || answer.status() >= 500 ->
                failure(answer, person, message);
            case Found.None ignored ->
                sendWords(message, person, text + "\n\n" + numbered(content.buttons(), code), List.of());
        };
    }

    private String numbered(List<Button> buttons, String code) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i++) {
            lines.add(wording.say(
                    Phrase.LINE_REPLY_WITH,
                    "number",
                    Integer.toString(i + 1),
                    "code",
                    code,
                    "label",
                    buttons.get(i).label()));
        }
        return String.join("\n", lines);
    }

    private SendResult withButtons(Outgoing.Chat message, PersonId person, String text, String sid) {
        boolean oneMessage = text.length() <= LONGEST_WITH_BUTTONS;
        ObjectNode variables = JSON.createObjectNode();
        variables.put("1", oneMessage ? text : wording.say(Phrase.LINE_CHOOSE));
        List<Button> buttons = message.content().buttons();
        for (int i = 0; i < buttons.size(); i++) {
            variables.put(Integer.toString(i + 2), buttons.get(i).action());
        }
        Map<String, String> last = toPerson(person, message);
        last.put("ContentSid", sid);
        last.put("ContentVariables", variables.toString());
        return sendWords(message, person, oneMessage ? "" : text, List.of(last));
    }

    private SendResult sendWords(Outgoing.Chat message, PersonId person, String text, List<Map<String, String>> after) {
        List<Map<String, String>> parts = new ArrayList<>();
        for (String piece : MessageText.split(text, MessageText.LONGEST)) {
            Map<String, String> form = toPerson(person, message);
            form.put("Body", piece);
            parts.add(form);
        }
        parts.addAll(after);
        return send(message, account.privateNumber(), Host.API, api.ofAccount("/Messages.json"), parts);
    }

    /** Sends the parts that Twilio has not taken yet, each once, and stops at the first that it does not take. */
    private SendResult send(
            Outgoing.Chat message, String number, Host host, String path, List<Map<String, String>> parts) {
        sent.leaving(message);
        String receipt = "taken before";
        for (int i = sent.partsTaken(message); i < parts.size(); i++) {
            Optional<Duration> wait = pace.take(number);
            if (wait.isPresent()) {
                return new SendResult.TryLater("our own pace", wait);
            }
            Answer answer = api.post(host, path, parts.get(i));
            if (!answer.ok()) {
                PersonId person = message.to() instanceof Conversation.PrivateChat chat ? chat.person() : null;
                return failure(answer, person, message);
            }
            sent.partTaken(message, i + 1);
            receipt = answer.text("sid");
        }
        return new SendResult.Sent(receipt);
    }

    private SendResult failure(Answer answer, @Nullable PersonId person, Outgoing.Chat message) {
        String number = person == null ? account.groupNumber() : account.privateNumber();
        if (answer.status() == 429) {
            Duration pause = Pace.jittered(answer.retryAfter().orElse(Duration.ofSeconds(2)));
            pace.rest(number, pause);
            return new SendResult.TryLater(answer.describe(), Optional.of(pause));
        }
        return switch (ErrorAction.of(answer.code())) {
            case OUTSIDE_WINDOW -> {
                if (person != null) {
                    contacts.closeWindow(message.school(), person, number);
                }
                yield new SendResult.TryLater(answer.describe(), Optional.empty());
            }
            case UNREACHABLE -> {
                if (person != null) {
                    contacts.unreachable(message.school(), person);
                }
                yield new SendResult.Unreachable(answer.describe());
            }
            case WITHHELD -> new SendResult.TryLater(answer.describe(), Optional.of(WITHHELD_FOR));
            case TOO_FAST, REFUSED, UNKNOWN -> new SendResult.TryLater(answer.describe(), answer.retryAfter());
        };
    }
}
