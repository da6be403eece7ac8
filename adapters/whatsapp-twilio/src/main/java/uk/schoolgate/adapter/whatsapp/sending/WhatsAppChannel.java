package uk.schoolgate.adapter.whatsapp.sending;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.BrokenTemplates;
import uk.schoolgate.adapter.whatsapp.people.Choices;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.SchoolInUse;
import uk.schoolgate.adapter.whatsapp.people.SentMessages.Way;
import uk.schoolgate.adapter.whatsapp.sending.Templates.Found;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
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

    /** With a line break, a tab, or more than four spaces in a row in a variable, Twilio refuses the message (21656). */
    private static final Pattern NOT_IN_A_VARIABLE = Pattern.compile("[\\n\\r\\t]| {5}");

    private static final int LONGEST_PAYLOAD = 200;

    private final Contacts contacts;
    private final Choices choices;
    private final SchoolInUse inUse;
    private final Templates templates;
    private final BrokenTemplates broken;
    private final Dispatch dispatch;
    private final Knock knock;
    private final Languages languages;

    public WhatsAppChannel(
            TwilioAccount account,
            TwilioApi api,
            ServedSchools schools,
            Notebook notebook,
            Languages languages,
            Clock clock) {
        this.contacts = new Contacts(notebook, clock);
        this.choices = new Choices(notebook);
        this.inUse = new SchoolInUse(schools, notebook, clock);
        this.templates = new Templates(api);
        this.dispatch = new Dispatch(account, api, templates, schools, notebook, clock);
        this.knock = new Knock(dispatch, templates, schools, notebook, clock);
        this.broken = new BrokenTemplates(notebook);
        this.languages = languages;
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
        return dispatch.toGroup(message, conversation, parts);
    }

    private SendResult toPerson(Outgoing.Chat message, PersonId person) {
        return switch (contacts.standing(message.school(), person)) {
            case NEVER_IN_TOUCH -> new SendResult.Unreachable("has never been in touch on WhatsApp");
            case STOPPED ->
                contacts.isOwed(person, message) && dispatch.inWindow(message, person)
                        ? inWords(message, person)
                        : new SendResult.Unreachable("wants no messages on WhatsApp");
            case UNREACHABLE -> new SendResult.Unreachable("Twilio could not reach them lately");
            case WELCOME ->
                dispatch.inWindow(message, person) ? inWords(message, person) : knock.deliver(message, person);
        };
    }

    private SendResult inWords(Outgoing.Chat message, PersonId person) {
        Content content = message.content();
        String text = MessageText.of(content);
        if (content.buttons().isEmpty()) {
            return sendWords(message, person, text, List.of());
        }
        String code = choices.offer(message.school(), person, message.id(), content.buttons());
        inUse.shows(message.school(), person, content.buttons());
        boolean fits = broken.whyNot(message.school(), Templates.QUICK_REPLIES).isEmpty()
                && content.buttons().stream().allMatch(button -> button.action().length() <= LONGEST_PAYLOAD);
        Found replies = fits ? templates.quickReplies(content.buttons()) : new Found.None(Answer.refused());
        return switch (replies) {
            case Found.Content(String sid) -> withButtons(message, person, text, sid);
            case Found.None(Answer answer)
            when answer.status() == 0 || answer.status() == 429 || answer.status() >= 500 ->
                dispatch.failure(answer, message);
            case Found.None ignored -> withNumbers(message, person, text, numbered(message, person, code));
        };
    }

    private String numbered(Outgoing.Chat message, PersonId person, String code) {
        List<Button> buttons = message.content().buttons();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i++) {
            lines.add(languages
                    .of(message.school(), person)
                    .say(
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

    /**
     * In as many parts as {@link #withButtons} makes of it: where Twilio took the words and refused the buttons, the next
     * attempt goes on with the numbers.
     */
    private SendResult withNumbers(Outgoing.Chat message, PersonId person, String text, String numbers) {
        if (isOneMessage(text)) {
            return sendWords(message, person, text + "\n\n" + numbers, List.of());
        }
        Map<String, String> last = dispatch.form(message, person);
        last.put("Body", numbers);
        return sendWords(message, person, text, List.of(last));
    }

    private static boolean isOneMessage(String text) {
        return text.length() <= LONGEST_WITH_BUTTONS
                && !NOT_IN_A_VARIABLE.matcher(text).find();
    }

    private SendResult withButtons(Outgoing.Chat message, PersonId person, String text, String sid) {
        boolean oneMessage = isOneMessage(text);
        ObjectNode variables = JSON.createObjectNode();
        variables.put(
                "1", oneMessage ? text : languages.of(message.school(), person).say(Phrase.LINE_CHOOSE));
        List<Button> buttons = message.content().buttons();
        for (int i = 0; i < buttons.size(); i++) {
            variables.put(Integer.toString(i + 2), buttons.get(i).action());
        }
        Map<String, String> last = dispatch.form(message, person);
        last.put("ContentSid", sid);
        last.put("ContentVariables", variables.toString());
        return sendWords(message, person, oneMessage ? "" : text, List.of(last));
    }

    private SendResult sendWords(Outgoing.Chat message, PersonId person, String text, List<Map<String, String>> after) {
        List<Map<String, String>> parts = new ArrayList<>();
        for (String piece : MessageText.split(text, MessageText.LONGEST)) {
            Map<String, String> form = dispatch.form(message, person);
            form.put("Body", piece);
            parts.add(form);
        }
        parts.addAll(after);
        return dispatch.toPerson(message, Way.WORDS, parts);
    }
}
