package uk.schoolgate.adapter.whatsapp.door;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/**
 * What people write in hosted groups. The hook before a message is published puts the author's name in front of it, and
 * in a group on hold decides whether it is passed on; the hook afterwards brings in what the group has seen.
 */
final class HostedGroup {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PostReader posts;
    private final Arrivals arrivals;
    private final Contacts contacts;
    private final Gate gate;
    private final Hold hold;
    private final GroupStop stops;
    private final Clock clock;

    HostedGroup(
            PostReader posts,
            Arrivals arrivals,
            Contacts contacts,
            Gate gate,
            Hold hold,
            GroupStop stops,
            Clock clock) {
        this.posts = posts;
        this.arrivals = arrivals;
        this.contacts = contacts;
        this.gate = gate;
        this.hold = hold;
        this.stops = stops;
        this.clock = clock;
    }

    WebhookReply receive(FormBody form) {
        return switch (form.get("EventType")) {
            case "onMessageAdd" -> before(form);
            case "onMessageAdded" ->
                posts.ofHook(form, arrivals::nameOf)
                        .map(post -> after(form, post))
                        .orElse(WebhookReply.PUBLISH);
            default -> WebhookReply.PUBLISH;
        };
    }

    /** A store that hangs shall not use up the time in which the message is looked at. */
    private Optional<String> rememberedBriefly(Gate.Turn turn, SchoolCode school, PersonId person) {
        return turn.awaitBriefly(turn.start(() -> contacts.nameOf(school, person)))
                .flatMap(Function.identity());
    }

    private WebhookReply before(FormBody form) {
        Gate.Turn turn = gate.turn();
        return posts.ofHook(form, (school, person) -> rememberedBriefly(turn, school, person))
                .map(post -> isForTheGroup(post, turn) ? publish(post) : WebhookReply.NOT_PASSED_ON)
                .orElse(WebhookReply.PUBLISH);
    }

    private boolean isForTheGroup(Post post, Gate.Turn turn) {
        return GroupStop.isIn(post) ? !isStopped(post, turn) : !isOnHold(post) || hold.passes(post, turn);
    }

    /** Where the store cannot say so in time the group sees the word, and the hook afterwards brings it once more. */
    private boolean isStopped(Post post, Gate.Turn turn) {
        Instant now = clock.instant();
        EventId id = new EventId("twilio:stop:" + post.fingerprint() + ":" + now.toEpochMilli());
        return turn.await(turn.start(() -> {
                    stops.take(post, id, now);
                    return true;
                }))
                .isPresent();
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
        arrivals.take(post, sid, arrivals.writtenAt(form.get("DateCreated")));
        return WebhookReply.NOTHING_TO_SAY;
    }
}
