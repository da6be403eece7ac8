package uk.schoolgate.adapter.whatsapp.door;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.HeldMessages;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
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
    private final Hold hold;
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
        this.hold = new Hold(held, contacts, intake, account, clock);
        this.intake = intake;
        this.account = account;
        this.languages = languages;
        this.clock = clock;
    }

    WebhookReply receive(FormBody form) {
        // What we write ourselves, other events, and conversations that no school lists, pass by.
        return switch (form.get("EventType")) {
            case "onMessageAdd" -> before(form);
            case "onMessageAdded" ->
                post(form, this::remembered).map(post -> after(form, post)).orElse(WebhookReply.PUBLISH);
            default -> WebhookReply.PUBLISH;
        };
    }

    /** @param names of those who are not on the roll */
    private Optional<Post> post(FormBody form, BiFunction<SchoolCode, PersonId, Optional<String>> names) {
        String author = form.get("Author");
        if (!author.startsWith("whatsapp:") || author.length() == "whatsapp:".length()) {
            return Optional.empty();
        }
        PersonId person = Contacts.person(author);
        String group = form.get("ConversationSid");
        return schools.ofGroup(group).map(served -> {
            String name = served.roll()
                    .nameOf(person)
                    .or(() -> names.apply(served.school().code(), person))
                    .orElseGet(this::nobodysName);
            String text = withoutPrefix(name, form.get("Body"));
            return new Post(
                    served,
                    group,
                    person,
                    name,
                    text,
                    LongestBody.marked(text, languages.ofNobodyInParticular()),
                    AttachedMedia.ofConversation(form));
        });
    }

    /** Between the two hooks the store may have come back, and with it a name that was not known at the first. */
    private String withoutPrefix(String name, String text) {
        return NamePrefix.without(nobodysName(), NamePrefix.without(name, text));
    }

    private Optional<String> remembered(SchoolCode school, PersonId person) {
        try {
            return contacts.nameOf(school, person);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** A store that hangs shall not use up the time in which the message is looked at. */
    private Optional<String> rememberedBriefly(Gate.Turn turn, SchoolCode school, PersonId person) {
        return turn.awaitBriefly(turn.start(() -> contacts.nameOf(school, person)))
                .flatMap(Function.identity());
    }

    private String nobodysName() {
        return languages.ofNobodyInParticular().say(Phrase.GROUP_MEMBER);
    }

    private WebhookReply before(FormBody form) {
        Gate.Turn turn = gate.turn();
        return post(form, (school, person) -> rememberedBriefly(turn, school, person))
                .map(post -> isOnHold(post) && !hold.passes(post, turn) ? WebhookReply.NOT_PASSED_ON : publish(post))
                .orElse(WebhookReply.PUBLISH);
    }

    private static boolean isOnHold(Post post) {
        return post.served().school().mode() == Mode.HOLD;
    }

    /**
     * With the name in front. Words that go with a picture are left alone, as Twilio does not let them be changed, and so
     * are words that would be too long with it.
     */
    private static WebhookReply publish(Post post) {
        String shown = NamePrefix.with(post.name(), post.text());
        return post.text().isEmpty() || !post.media().isEmpty() || shown.length() > LongestBody.LENGTH
                ? WebhookReply.PUBLISH
                : WebhookReply.json(
                        JSON.writeValueAsString(JSON.createObjectNode().put("body", shown)));
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
                post.evidence(),
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
        return isOnHold(post)
                ? held.heldAs(post.school(), post.fingerprint())
                        .filter(it -> it.reason() == HeldMessages.Reason.URGENT)
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
