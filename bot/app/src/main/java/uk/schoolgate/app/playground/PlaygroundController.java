package uk.schoolgate.app.playground;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.schoolgate.app.playground.Carrier.Act;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;

/** What the page talks to. It plays the platforms: what people do goes to the bot, as from any other channel. */
@RestController
@RequestMapping("/playground")
public final class PlaygroundController {
    private static final int LONGEST_TEXT = 60_000;

    private final Casts casts;
    private final Stage stage;
    private final Map<Platform, Carrier> carriers;
    private final Mailboxes mailboxes;
    private final BooleanSupplier ready;
    private final Clock clock;

    /** @param carriers one for each platform */
    public PlaygroundController(
            Casts casts, Stage stage, List<Carrier> carriers, Mailboxes mailboxes, BooleanSupplier ready, Clock clock) {
        this.casts = casts;
        this.stage = stage;
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::platform, Function.identity()));
        this.ready = ready;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    @GetMapping("/casts")
    List<Cast> casts() {
        return casts.all();
    }

    /** Whether the policies are read, so that messages are worked on. */
    @GetMapping("/ready")
    boolean ready() {
        return ready.getAsBoolean();
    }

    @GetMapping("/bubbles")
    List<Bubble> bubbles() {
        return stage.bubbles();
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return stage.open();
    }

    /** The e-mails of a school's mailboxes, by address. */
    @GetMapping("/mail")
    Map<String, List<Mailboxes.Letter>> mail() {
        Map<String, List<Mailboxes.Letter>> mail = new TreeMap<>();
        for (Cast cast : casts.all()) {
            cast.mailboxes().forEach(box -> mail.put(box.address(), mailboxes.lettersTo(box.address())));
        }
        return mail;
    }

    /**
     * Something that a person writes.
     *
     * @param group address of the group; empty for the private chat with the bot
     * @param photo whether a photo goes with it
     * @param id tells two deliveries of one event from two events, as a platform's own id does; made up where it is missing
     */
    record Post(
            String school,
            String author,
            String group,
            String text,
            boolean photo,
            @Nullable String id) {}

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void write(@RequestBody Post post) {
        Cast cast = cast(post.school());
        Cast.Player author = player(cast, post.author());
        boolean empty = post.text().isBlank() && !post.photo();
        if (empty || post.text().length() > LONGEST_TEXT) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a message has 1 to 60,000 characters");
        }
        Act act = act(post.id(), cast, conversation(cast, author, post.group()), author);
        if (!carrier(act).write(act, post.text(), post.photo())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "the group is on hold and did not get it; the private chat says why");
        }
    }

    /**
     * Somebody changes what they wrote, or deletes it.
     *
     * @param message id of the message's bubble
     * @param text as it reads now; missing where it is deleted
     * @param id as in {@link Post}
     */
    record Revision(
            String school,
            String author,
            String group,
            String message,
            @Nullable String text,
            @Nullable String id) {}

    @PostMapping("/revisions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void revise(@RequestBody Revision revision) {
        Cast cast = cast(revision.school());
        Cast.Player author = player(cast, revision.author());
        Act act = act(revision.id(), cast, conversation(cast, author, revision.group()), author);
        String text = revision.text();
        if (text == null) {
            carrier(act).delete(act, revision.message());
            return;
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a message has 1 to 60,000 characters");
        }
        carrier(act).change(act, revision.message(), text);
    }

    /**
     * A button that a person presses.
     *
     * @param label shows in their chat, as on a phone
     * @param id as in {@link Post}
     */
    record Pressed(
            String school,
            String by,
            String action,
            String label,
            @Nullable String id) {}

    @PostMapping("/presses")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void press(@RequestBody Pressed pressed) {
        Cast cast = cast(pressed.school());
        Cast.Player by = player(cast, pressed.by());
        Act act = act(pressed.id(), cast, privateChat(by), by);
        carrier(act).press(act, pressed.action(), pressed.label());
    }

    /** The page shows an error, and whoever delivers for a platform knows to come again. */
    @ExceptionHandler(StoreUnavailableException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void comeAgain() {
        // The status says it all.
    }

    private Act act(@Nullable String given, Cast cast, Conversation where, Cast.Player by) {
        String id = "playground:" + (given == null ? UUID.randomUUID() : given);
        return new Act(id, cast, where, by, clock.instant());
    }

    private Carrier carrier(Act act) {
        return Objects.requireNonNull(carriers.get(act.where().platform()));
    }

    private Cast cast(String code) {
        return casts.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such school"));
    }

    private static Cast.Player player(Cast cast, String id) {
        return cast.people().stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such person"));
    }

    private static Conversation conversation(Cast cast, Cast.Player author, String group) {
        if (group.isEmpty()) {
            return privateChat(author);
        }
        Cast.Place place = cast.groups().stream()
                .filter(it -> it.address().equals(group) && it.members().contains(author.id()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "not in that group"));
        return new Conversation.GroupChat(platform(place.platform()), place.address());
    }

    private static Conversation privateChat(Cast.Player person) {
        return new Conversation.PrivateChat(platform(person.platform()), new PersonId(person.id()));
    }

    private static Platform platform(String key) {
        return Platform.ofKey(key).orElseThrow();
    }
}
