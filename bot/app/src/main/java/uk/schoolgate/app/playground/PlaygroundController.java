package uk.schoolgate.app.playground;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
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
import uk.schoolgate.app.playground.Bubble.Part;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Wording;

/** What the page talks to. It plays the platforms: what people write goes to the intake, as from any other channel. */
@RestController
@RequestMapping("/playground")
public final class PlaygroundController {
    private static final int LONGEST_TEXT = 60_000;

    private final Map<String, Cast> casts = new TreeMap<>();
    private final Stage stage;
    private final Intake intake;
    private final Mailboxes mailboxes;
    private final BooleanSupplier ready;
    private final Clock clock;

    public PlaygroundController(
            List<SchoolFolder> schools,
            Stage stage,
            Intake intake,
            Mailboxes mailboxes,
            BooleanSupplier ready,
            Wording wording,
            Clock clock) {
        schools.forEach(folder -> casts.put(
                folder.school().code().value(), new CastMaker(folder.school(), folder.roll(), wording).make()));
        this.stage = stage;
        this.intake = intake;
        this.ready = ready;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    @GetMapping("/casts")
    List<Cast> casts() {
        return new ArrayList<>(casts.values());
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
        for (Cast cast : casts.values()) {
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
        Conversation conversation = conversation(cast, author, post.group());
        Instant now = clock.instant();
        String id = eventId(post.id());
        stage.show(said(id, cast, conversation, author, post.text(), post.photo(), now));
        intake.accept(new Incoming.Message(
                new EventId(id),
                new SchoolCode(cast.code()),
                conversation,
                new PersonId(author.id()),
                author.name(),
                post.text(),
                post.photo() ? List.of(new Media("image/jpeg", id + ":photo")) : List.of(),
                false,
                now));
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
        Conversation conversation = conversation(cast, author, revision.group());
        SchoolCode school = new SchoolCode(cast.code());
        EventId message = new EventId(revision.message());
        EventId id = new EventId(eventId(revision.id()));
        Instant now = clock.instant();
        String text = revision.text();
        if (text == null) {
            intake.accept(new Incoming.Deleted(id, school, conversation, message, now));
            return;
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a message has 1 to 60,000 characters");
        }
        stage.show(said(id.value(), cast, conversation, author, text, false, now));
        intake.accept(new Incoming.Edited(
                id, school, conversation, message, new PersonId(author.id()), author.name(), text, now));
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
        Conversation chat = privateChat(by);
        Instant now = clock.instant();
        String id = eventId(pressed.id());
        stage.show(said(id, cast, chat, by, pressed.label(), false, now));
        intake.accept(new Incoming.Press(
                new EventId(id), new SchoolCode(cast.code()), chat, new PersonId(by.id()), pressed.action(), now));
    }

    /** The page shows an error, and whoever delivers for a platform knows to come again. */
    @ExceptionHandler(StoreUnavailableException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void comeAgain() {
        // The status says it all.
    }

    private static String eventId(@Nullable String given) {
        return "playground:" + (given == null ? UUID.randomUUID() : given);
    }

    private static Bubble said(
            String id, Cast cast, Conversation where, Cast.Player by, String text, boolean photo, Instant at) {
        List<Part> parts = List.of(new Part(text, false, ""));
        return new Bubble(id, cast.code(), where.key(), by.id(), at, "", parts, List.of(), photo);
    }

    private Cast cast(String code) {
        Cast cast = casts.get(code);
        if (cast == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such school");
        }
        return cast;
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
