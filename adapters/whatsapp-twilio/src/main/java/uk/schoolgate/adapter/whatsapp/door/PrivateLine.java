package uk.schoolgate.adapter.whatsapp.door;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.people.Choices;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.QuotableMessages;
import uk.schoolgate.adapter.whatsapp.people.SchoolInUse;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Phrase;

/** What people write to the school's private number. */
final class PrivateLine {
    private static final Set<String> STOP =
            Set.of("stop", "stopall", "stop all", "stop messages", "stop messaging me", "unsubscribe");
    private static final Set<String> START = Set.of("start", "unstop");

    private final SenderSchool senders;
    private final Contacts contacts;
    private final Choices choices;
    private final QuotableMessages quotable;
    private final WaitingRoom waiting;
    private final SchoolInUse inUse;
    private final Intake intake;
    private final DealtWithHere dealtWith;
    private final Languages languages;
    private final Clock clock;

    PrivateLine(
            SenderSchool senders,
            Contacts contacts,
            Choices choices,
            QuotableMessages quotable,
            WaitingRoom waiting,
            SchoolInUse inUse,
            Intake intake,
            DealtWithHere dealtWith,
            Languages languages,
            Clock clock) {
        this.senders = senders;
        this.contacts = contacts;
        this.choices = choices;
        this.quotable = quotable;
        this.waiting = waiting;
        this.inUse = inUse;
        this.intake = intake;
        this.dealtWith = dealtWith;
        this.languages = languages;
        this.clock = clock;
    }

    WebhookReply receive(FormBody form) {
        String from = form.get("From");
        if (messageSid(form).isEmpty()) {
            return WebhookReply.BAD_FORM;
        }
        if (!from.startsWith("whatsapp:") || from.length() <= "whatsapp:".length()) {
            ofNoSchool(form);
            return WebhookReply.BAD_FORM;
        }
        PersonId person = Contacts.person(from);
        return senders.of(person, ownWords(form), form.get("ButtonPayload"), quoted(form))
                .map(school -> receive(form, school, person))
                .orElseGet(() -> whichSchool(form));
    }

    private WebhookReply whichSchool(FormBody form) {
        ofNoSchool(form);
        return WebhookReply.say(languages.ofNobodyInParticular().say(Phrase.LINE_WHICH_SCHOOL));
    }

    /** The account is the bot's own: whichever school's queue it goes through, its copy is erased. */
    private void ofNoSchool(FormBody form) {
        senders.any().ifPresent(school -> isDealtWith(form, school));
    }

    private void isDealtWith(FormBody form, SchoolCode school) {
        dealtWith.message(school, messageSid(form), AttachedMedia.ofMessage(form));
    }

    private static String messageSid(FormBody form) {
        return form.get("MessageSid").isEmpty() ? form.get("SmsMessageSid") : form.get("MessageSid");
    }

    private WebhookReply receive(FormBody form, SchoolCode school, PersonId person) {
        String word = plain(ownWords(form));
        if (STOP.contains(word)) {
            senders.allOf(person, school).forEach(each -> contacts.stop(each, person));
            return say(form, school, person, Phrase.LINE_STOPPED);
        }
        if (START.contains(word)) {
            senders.allOf(person, school).forEach(each -> contacts.start(each, person));
        }
        if (contacts.standing(school, person) == Contacts.Standing.STOPPED) {
            return say(form, school, person, Phrase.LINE_IS_STOPPED);
        }
        String number = form.get("To").replaceFirst("^whatsapp:", "");
        contacts.wrote(school, person, form.get("ProfileName"), number, clock.instant());
        inUse.used(school, person);
        WebhookReply reply = pass(form, school, person);
        waiting.comeIn(school, person, messageSid(form), intake);
        return reply;
    }

    /** A word of command as people write it: "STOP!", "Stop please." */
    private static String plain(String body) {
        return body.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ")
                .strip()
                .replaceFirst("^please ", "")
                .replaceFirst(" (please|thanks|thank you)$", "");
    }

    private WebhookReply say(FormBody form, SchoolCode school, PersonId person, Phrase phrase) {
        isDealtWith(form, school);
        return WebhookReply.say(languages.of(school, person).say(phrase));
    }

    private WebhookReply pass(FormBody form, SchoolCode school, PersonId person) {
        EventId id = new EventId("twilio:" + messageSid(form));
        PrivateChat chat = new PrivateChat(Platform.WHATSAPP, person);
        String payload = form.get("ButtonPayload");
        if (WaitingRoom.isKnock(payload)) {
            isDealtWith(form, school);
            return WebhookReply.NOTHING_TO_SAY;
        }
        Choices.Reply choice = payload.isEmpty()
                ? choices.read(school, person, ownWords(form), quoted(form))
                : new Choices.Reply.Chosen(payload);
        return switch (choice) {
            case Choices.Reply.Chosen(String action) -> {
                press(form, new Incoming.Press(id, school, chat, person, action, clock.instant()));
                choices.answered(school, person, action);
                yield WebhookReply.NOTHING_TO_SAY;
            }
            // As a press of a button that nobody was shown: refused in words, and in the audit trail.
            case Choices.Reply.NoSuchCard(String code) -> {
                press(form, new Incoming.Press(id, school, chat, person, "code:" + code, clock.instant()));
                yield WebhookReply.NOTHING_TO_SAY;
            }
            case Choices.Reply.WhichCard ignored -> say(form, school, person, Phrase.LINE_WHICH_CARD);
            case Choices.Reply.Words ignored -> {
                intake.accept(words(form, id, school, chat, person));
                yield WebhookReply.NOTHING_TO_SAY;
            }
        };
    }

    /** A number below a picture is a press all the same, which takes no picture along. */
    private void press(FormBody form, Incoming.Press press) {
        intake.accept(press);
        dealtWith.attachments(press.school(), messageSid(form), AttachedMedia.ofMessage(form));
    }

    private Incoming words(FormBody form, EventId id, SchoolCode school, PrivateChat chat, PersonId person) {
        String text = senders.named(ownWords(form)).isPresent()
                ? "hello"
                : LongestBody.marked(form.get("Body"), languages.ofNobodyInParticular());
        String name =
                Optional.of(form.get("ProfileName")).filter(it -> !it.isBlank()).orElseGet(languages::nobodysName);
        List<Media> media = AttachedMedia.ofMessage(form);
        boolean document = media.stream().anyMatch(Media::isDocument);
        if (!document && isForwarded(form)) {
            return new Incoming.Forwarded(id, school, chat, person, name, text, media, clock.instant());
        }
        return new Incoming.Message(id, school, chat, person, name, text, media, true, clock.instant())
                .replyingTo(quotable.idOf(school, person, quoted(form)));
    }

    /** What somebody says to us. What they send on others have said, so that it stops nothing and answers no card. */
    private static String ownWords(FormBody form) {
        return isForwarded(form) ? "" : form.get("Body");
    }

    /** The id of the message that they swiped to reply. */
    private static String quoted(FormBody form) {
        return form.get("OriginalRepliedMessageSid");
    }

    private static boolean isForwarded(FormBody form) {
        return Boolean.parseBoolean(form.get("Forwarded")) || Boolean.parseBoolean(form.get("FrequentlyForwarded"));
    }
}
