package uk.schoolgate.adapter.whatsapp.door;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.ServedSchools.Served;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.HeldMessages;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.wording.Phrase;

/**
 * What people write in hosted groups. The hook before a message is published puts the author's name in front of it, and
 * in a group on hold decides whether it is passed on; the hook afterwards brings in what the group has seen.
 */
final class HostedGroup {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServedSchools schools;
    private final Contacts contacts;
    private final HeldMessages held;
    private final Gate gate;
    private final Intake intake;
    private final TwilioAccount account;
    private final Languages languages;
    private final Clock clock;

    HostedGroup(
            ServedSchools schools,
            Contacts contacts,
            HeldMessages held,
            Gate gate,
            Intake intake,
            TwilioAccount account,
            Languages languages,
            Clock clock) {
        this.schools = schools;
        this.contacts = contacts;
        this.held = held;
        this.gate = gate;
        this.intake = intake;
        this.account = account;
        this.languages = languages;
        this.clock = clock;
    }

    /** A message on its way through the group. */
    private record Post(Served served, String group, PersonId author, String name, String text, List<Media> media) {
        SchoolCode school() {
            return served.school().code();
        }

        String fingerprint() {
            return HeldMessages.fingerprint(group, author, text + media.size());
        }

        GroupChat chat() {
            return new GroupChat(Platform.WHATSAPP, group);
        }
    }

    WebhookReply receive(FormBody form) {
        // What we write ourselves, other events, and conversations that no school lists, pass by.
        return switch (form.get("EventType")) {
            case "onMessageAdd" -> post(form).map(this::before).orElse(WebhookReply.PUBLISH);
            case "onMessageAdded" -> post(form).map(post -> after(form, post)).orElse(WebhookReply.PUBLISH);
            default -> WebhookReply.PUBLISH;
        };
    }

    private Optional<Post> post(FormBody form) {
        String author = form.get("Author");
        if (!author.startsWith("whatsapp:") || author.length() == "whatsapp:".length()) {
            return Optional.empty();
        }
        PersonId person = Contacts.person(author);
        String group = form.get("ConversationSid");
        return schools.ofGroup(group).map(served -> {
            String name = nameOf(served, person);
            return new Post(
                    served,
                    group,
                    person,
                    name,
                    withoutPrefix(name, form.get("Body")),
                    AttachedMedia.ofConversation(form));
        });
    }

    /** Between the two hooks the store may have come back, and with it a name that was not known at the first. */
    private String withoutPrefix(String name, String text) {
        return NamePrefix.without(nobodysName(), NamePrefix.without(name, text));
    }

    private String nameOf(Served served, PersonId person) {
        return served.roll()
                .nameOf(person)
                .or(() -> remembered(served.school().code(), person))
                .orElseGet(this::nobodysName);
    }

    private Optional<String> remembered(SchoolCode school, PersonId person) {
        try {
            return contacts.nameOf(school, person);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    private String nobodysName() {
        return languages.ofNobodyInParticular().say(Phrase.GROUP_MEMBER);
    }

    private WebhookReply before(Post post) {
        if (post.served().school().mode() != Mode.HOLD) {
            return publish(post);
        }
        try {
            return decide(post);
        } catch (RuntimeException e) {
            // Twilio takes any error of ours for a no, and the message would be gone without a word to its author.
            return account.passWhenLate() ? publish(post) : WebhookReply.NOT_PASSED_ON;
        }
    }

    /**
     * With the name in front. Words that go with a picture are left alone, as Twilio does not let them be changed, and so
     * are words that would be too long with it.
     */
    private static WebhookReply publish(Post post) {
        String shown = NamePrefix.with(post.name(), post.text());
        return post.text().isEmpty() || !post.media().isEmpty() || shown.length() > PrivateLine.LONGEST
                ? WebhookReply.PUBLISH
                : WebhookReply.json(
                        JSON.writeValueAsString(JSON.createObjectNode().put("body", shown)));
    }

    private WebhookReply decide(Post post) {
        Optional<HeldMessages.Held> earlier = held.heldAs(post.school(), post.fingerprint());
        String event = earlier.map(HeldMessages.Held::event).orElseGet(() -> held.newEvent(post.fingerprint()));
        Incoming.Held message = new Incoming.Held(
                new EventId(event),
                post.school(),
                post.chat(),
                post.author(),
                post.name(),
                post.text(),
                post.media(),
                clock.instant());
        Optional<Response> response = gate.judge(message.asMessage());
        boolean pass = response.map(
                        it -> it.compareTo(Response.REVIEW) < 0 || (it == Response.REVIEW && earlier.isPresent()))
                .orElseGet(account::passWhenLate);
        if (pass) {
            if (earlier.isPresent() && response.isPresent()) {
                ifTheStoreIsThere(() -> held.forget(post.school(), post.fingerprint()));
            }
            return publish(post);
        }
        contacts.wrote(post.school(), post.author(), "", account.groupNumber(), clock.instant());
        intake.accept(message);
        boolean raised = response.filter(it -> it == Response.URGENT).isPresent();
        ifTheStoreIsThere(() -> held.held(post.school(), post.fingerprint(), new HeldMessages.Held(event, raised)));
        return WebhookReply.NOT_PASSED_ON;
    }

    /** For a note without which it is decided all the same: what its author is told has to stay true. */
    private static void ifTheStoreIsThere(Runnable note) {
        try {
            note.run();
        } catch (StoreUnavailableException e) {
            // The same words start afresh, or pass once more: neither is lost.
        }
    }

    private WebhookReply after(FormBody form, Post post) {
        String sid = form.get("MessageSid");
        if (sid.isEmpty()) {
            return WebhookReply.BAD_FORM;
        }
        contacts.wrote(post.school(), post.author(), "", account.groupNumber(), clock.instant());
        intake.accept(new Incoming.Message(
                new EventId(idOf(post, sid)),
                post.school(),
                post.chat(),
                post.author(),
                post.name(),
                post.text(),
                post.media(),
                false,
                writtenAt(form)));
        return WebhookReply.NOTHING_TO_SAY;
    }

    /**
     * A message that was held and raised, and that Twilio published all the same because our answer came too late, is one
     * message: it keeps the id under which it was raised.
     */
    private String idOf(Post post, String sid) {
        return post.served().school().mode() == Mode.HOLD
                ? held.heldAs(post.school(), post.fingerprint())
                        .filter(HeldMessages.Held::raised)
                        .map(HeldMessages.Held::event)
                        .orElse("twilio:" + sid)
                : "twilio:" + sid;
    }

    private Instant writtenAt(FormBody form) {
        try {
            Instant at = Instant.parse(form.get("DateCreated"));
            return at.isAfter(clock.instant()) ? clock.instant() : at;
        } catch (DateTimeParseException e) {
            return clock.instant();
        }
    }
}
