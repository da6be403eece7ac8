package uk.schoolgate.core.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Circle;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Transition;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.sealing.Sealer;

/** Responds to what screening saw: a private word, a concern, or one more message of a concern that is there. */
final class ResponseDesk {
    private static final Duration NUDGED_AT_MOST_EVERY = Duration.ofDays(7);
    /** Longer than a message waits for a platform that does not say who wrote it. */
    private static final Duration OVERTAKEN_KEPT = Duration.ofDays(7);
    /** More than so many messages at once nobody can look at; the next one starts anew. */
    private static final int MOST_MESSAGES = 50;

    private final Casebook casebook;
    private final EffectWriter effects;
    private final Signposts signposts;
    private final Sealer sealer;
    private final Clock clock;

    ResponseDesk(Casebook casebook, EffectWriter effects, Signposts signposts, Sealer sealer, Clock clock) {
        this.casebook = casebook;
        this.effects = effects;
        this.signposts = signposts;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * What was screened.
     *
     * @param message as it was written, or as it reads after an edit
     * @param id of the concern that it may raise
     * @param group where it was written; empty for the private line and for groups that nobody listed
     */
    record Screened(Incoming.Message message, ConcernId id, Optional<Group> group, Screening screening) {}

    void respond(SchoolDesk desk, Screened screened, Incoming cause, Commit.Builder commit) {
        Response response = screened.screening().response();
        if (response == Response.NONE || isOvertaken(screened, cause)) {
            return;
        }
        if (desk.school().mode() == Mode.SHADOW) {
            commit.record(new AuditEvent(
                    AuditEvent.BOT,
                    "shadow." + response.name(),
                    screened.id().value(),
                    screened.screening().findings().getFirst().category().name()));
            return;
        }
        if (response == Response.NUDGE) {
            nudge(desk, screened, cause, commit);
        } else {
            raised(screened)
                    .ifPresentOrElse(
                            there -> raiseFirstWords(desk, screened, there, cause, commit),
                            () -> raise(desk, screened, cause, commit));
        }
    }

    /**
     * Whether its author mended the message, or took it back, while it waited to be looked at. What is urgent matters all
     * the same.
     */
    private boolean isOvertaken(Screened screened, Incoming cause) {
        return cause instanceof Incoming.Message message
                && screened.screening().response() != Response.URGENT
                && casebook.hasMark(message.school(), overtaken(message.id()));
    }

    /** Remembers that a message was edited or deleted while no concern was about it: it may still have to be looked at. */
    void rememberOvertaken(SchoolCode school, EventId message, Commit.Builder commit) {
        if (!casebook.hasMark(school, overtaken(message))) {
            commit.mark(overtaken(message), OVERTAKEN_KEPT);
        }
    }

    private static String overtaken(EventId message) {
        return "overtaken:" + message.value();
    }

    /** The concern that is there about it already. */
    private Optional<Concern> raised(Screened screened) {
        Incoming.Message message = screened.message();
        return casebook.concern(message.school(), screened.id())
                .or(() -> signposts
                        .ofMessage(message.school(), message.id())
                        .filter(concern -> concern.message(message.id()).isPresent() && concern.isLive()));
    }

    /**
     * Where an edit was looked at before the message itself, what the message said first may be urgent for people who have
     * not heard of it: then it is a concern of its own.
     *
     * @param later what the edit raised
     */
    private void raiseFirstWords(
            SchoolDesk desk, Screened screened, Concern later, Incoming cause, Commit.Builder commit) {
        Incoming.Message message = screened.message();
        EventId first = new EventId(message.id().value() + ":first");
        Screened apart =
                new Screened(message, ConcernId.of(message.school(), first), screened.group(), screened.screening());
        Circle circle = circleOf(desk, screened);
        boolean missed = cause instanceof Incoming.Message
                && screened.screening().response() == Response.URGENT
                && casebook.hasMark(message.school(), overtaken(message.id()))
                && casebook.concern(message.school(), apart.id()).isEmpty()
                && (circle.contacts().isEmpty() || !later.circle().hasContactsOf(circle));
        if (missed) {
            Circle others = isOutOfSight(later) ? desk.circles().amongStaff(circle) : circle;
            ConcernId id = raise(desk, apart, others, cause, commit);
            signposts.putEarlier(message.id(), id, later.id(), commit);
        }
    }

    /** Whether no class rep may see it: then none may see anything else that its message said. */
    static boolean isOutOfSight(Concern concern) {
        return concern.circle().contactsAlone() || concern.isForNobody();
    }

    private void nudge(SchoolDesk desk, Screened screened, Incoming cause, Commit.Builder commit) {
        Incoming.Message message = screened.message();
        for (Finding finding : screened.screening().findings()) {
            String mark = "nudge:" + finding.category().kind() + ":"
                    + sealer.pseudonym(message.author().value());
            if (finding.category().response() == Response.NUDGE && !casebook.hasMark(message.school(), mark)) {
                commit.mark(mark, NUDGED_AT_MOST_EVERY);
                EffectWriter.say(
                        commit,
                        cause,
                        EffectWriter.chatOf(message.author()),
                        effects.deskOf(desk, message.author())
                                .notices()
                                .nudge(finding, desk.suggestions().insteadOf(evidence(screened))),
                        Placements.from(Placement.ALONE, cause));
                return;
            }
        }
    }

    private void raise(SchoolDesk desk, Screened screened, Incoming cause, Commit.Builder commit) {
        raise(desk, screened, circleOf(desk, screened), cause, commit);
    }

    /** Who hears of what was screened, and who may decide on it. */
    static Circle circleOf(SchoolDesk desk, Screened screened) {
        return desk.circles().circleOf(screened.screening(), screened.message().author(), screened.group());
    }

    /** Whether everybody who has to do with a concern may read what was screened; what no reviewer may see may be for nobody. */
    static boolean mayRead(Concern concern, Screened screened, Circle circle) {
        Screening screening = screened.screening();
        boolean hidden = screening.has(Category.SAFEGUARDING) || screening.has(Category.STAFF_ALLEGATION);
        return concern.circle().isNobody()
                || (!(hidden && circle.isNobody()) && concern.circle().mayRead(circle));
    }

    /**
     * A concern about this message for that circle, or one more message of the pile-on that it belongs to.
     *
     * @return the concern's id
     */
    ConcernId raise(SchoolDesk desk, Screened screened, Circle circle, Incoming cause, Commit.Builder commit) {
        Screening screening = screened.screening();
        Optional<ConcernId> joined = join(desk, screened, circle, cause, commit);
        if (joined.isPresent()) {
            return joined.get();
        }
        Concern concern = Concern.about(
                screened.id(), cause.school(), deciding(screening), evidence(screened), circle, clock.instant());
        Transition.Moved raised = desk.machine().raise(concern);
        effects.write(desk, raised.concern(), raised.effects(), cause, commit);
        signpost(screened, concern.id(), commit);
        return concern.id();
    }

    private Optional<ConcernId> join(
            SchoolDesk desk, Screened screened, Circle circle, Incoming cause, Commit.Builder commit) {
        Screening screening = screened.screening();
        Optional<Concern> pileOn = target(screened)
                .flatMap(person -> signposts.ofPileOn(
                        cause.school(), screened.message().conversation().key(), deciding(screening), person))
                .filter(concern -> concern.circle().isLike(circle)
                        && concern.messages().size() < MOST_MESSAGES
                        && concern.message(screened.message().id()).isEmpty());
        if (pileOn.isEmpty()) {
            return Optional.empty();
        }
        ConcernEvent joined = new ConcernEvent.MessageJoined(evidence(screened), circle, cause.at());
        if (desk.machine().apply(pileOn.get(), joined) instanceof Transition.Moved moved) {
            effects.write(desk, moved.concern(), moved.effects(), cause, commit);
            signpost(screened, moved.concern().id(), commit);
            return Optional.of(moved.concern().id());
        }
        return Optional.empty();
    }

    private void signpost(Screened screened, ConcernId concern, Commit.Builder commit) {
        Incoming.Message message = screened.message();
        if (!ConcernId.of(message.school(), message.id()).equals(concern)) {
            signposts.putMessage(message.id(), concern, commit);
        }
        target(screened)
                .ifPresent(person -> signposts.putPileOn(
                        message.conversation().key(), deciding(screened.screening()), person, concern, commit));
    }

    /** The one person whom a message in a group is about; nobody may learn from a pile-on that a child is at risk. */
    private static Optional<String> target(Screened screened) {
        if (!(screened.message().conversation() instanceof GroupChat)
                || screened.screening().has(Category.SAFEGUARDING)) {
            return Optional.empty();
        }
        Category category = deciding(screened.screening());
        List<String> people = screened.screening().findings().stream()
                .filter(finding -> finding.category() == category)
                .flatMap(finding -> finding.people().stream())
                .distinct()
                .toList();
        return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
    }

    static Evidence evidence(Screened screened) {
        Incoming.Message message = screened.message();
        return new Evidence(
                message.id(),
                message.text(),
                message.media(),
                message.author(),
                message.sender(),
                message.authorName(),
                screened.group().map(Group::name).orElseGet(() -> placeOf(message.conversation())),
                message.at(),
                screened.screening().findings(),
                List.of());
    }

    /** The category that decides who is told what: a child at risk comes before everything else. */
    static Category deciding(Screening screening) {
        return screening.has(Category.SAFEGUARDING)
                ? Category.SAFEGUARDING
                : screening.findings().getFirst().category();
    }

    private static String placeOf(Conversation conversation) {
        return switch (conversation) {
            case GroupChat group -> group.address();
            case PrivateChat chat -> "private chat";
        };
    }
}
