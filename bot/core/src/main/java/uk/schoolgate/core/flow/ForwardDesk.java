package uk.schoolgate.core.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.concern.Circle;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.Effect;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Transition;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Kind;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.wording.Phrase;

/**
 * Handles messages that somebody sends on out of a group that the bot is not in. It answers that person alone, who also
 * decides; whoever wrote the message is not known here, and hears nothing.
 */
final class ForwardDesk {
    private static final Set<ConcernEvent.Step> REMINDERS =
            Set.of(ConcernEvent.Step.REMIND, ConcernEvent.Step.ASK_NEXT, ConcernEvent.Step.TELL_OFFICE);

    private final EffectWriter effects;
    private final ForwardQuestions questions;
    private final Casebook casebook;
    private final Clock clock;

    ForwardDesk(Casebook casebook, EffectWriter effects, ForwardQuestions questions, Clock clock) {
        this.casebook = casebook;
        this.effects = effects;
        this.questions = questions;
        this.clock = clock;
    }

    /** The finding, the clause, a draft to send on, and the way to the school. */
    Commit handle(SchoolDesk desk, Incoming.Forwarded forwarded) {
        PersonId author = PersonId.unknown(forwarded.id().value());
        Screening screening = desk.screener()
                .screen(new ScreeningInput(forwarded.text(), author, Set.of(), forwarded.media(), List.of()));
        SchoolDesk own = effects.deskOf(desk, forwarded.by());
        Commit.Builder commit = new Commit.Builder(forwarded.school());
        if (screening.response() == Response.NONE) {
            Phrase words = isUnread(forwarded) ? Phrase.BOT_CANNOT_READ_PICTURE : Phrase.FORWARD_CLEAR;
            EffectWriter.say(
                    commit,
                    forwarded,
                    forwarded.conversation(),
                    Content.ofText(own.wording().say(words)));
            return commit.build();
        }
        if (screening.response() == Response.NUDGE) {
            // As in a group: nothing of it is kept, and nobody needs to decide.
            Content answer = answer(own, screening.findings().getFirst(), Optional.empty(), List.of());
            EffectWriter.say(commit, forwarded, forwarded.conversation(), answer);
            return commit.build();
        }
        ConcernId id = ConcernId.of(forwarded.school(), forwarded.id());
        if (casebook.concern(forwarded.school(), id).isPresent()) {
            return commit.build();
        }
        Transition.Moved raised = desk.machine().raise(concern(desk, forwarded, screening, author, id));
        effects.write(desk, raised.concern(), effectsFor(forwarded.by(), raised), forwarded, commit);
        EffectWriter.say(commit, forwarded, forwarded.conversation(), answer(own, raised.concern(), forwarded.by()));
        return commit.build();
    }

    /** Of a recording nobody may hear that nothing in it crosses a line: the bot has not listened to it. */
    private static boolean isUnread(Incoming.Forwarded forwarded) {
        return forwarded.text().isBlank();
    }

    private Concern concern(
            SchoolDesk desk, Incoming.Forwarded forwarded, Screening screening, PersonId author, ConcernId id) {
        Evidence evidence = new Evidence(
                forwarded.id(),
                forwarded.text(),
                forwarded.media(),
                author,
                desk.wording().say(Phrase.FORWARD_UNKNOWN),
                desk.wording().say(Phrase.FORWARD_PLACE),
                forwarded.at(),
                screening.findings(),
                List.of());
        Circle circle = desk.circles().circleOf(screening, forwarded.by(), Optional.empty());
        // What is for its contacts alone is nobody's to hand to the complaints inbox.
        boolean hidden = screening.has(Category.SAFEGUARDING) || screening.has(Category.STAFF_ALLEGATION);
        Circle free = circleOfForwarder(desk, forwarded, screening, author);
        List<PersonId> reviewers = hidden ? List.of() : deciders(forwarded.by(), free);
        return Concern.about(
                id,
                forwarded.school(),
                ResponseDesk.deciding(screening),
                evidence,
                new Circle(circle.contacts(), circle.deputies(), reviewers, free.barred()),
                clock.instant());
    }

    /** Who may decide where whoever sent it on is the only reviewer. */
    private static Circle circleOfForwarder(
            SchoolDesk desk, Incoming.Forwarded forwarded, Screening screening, PersonId author) {
        Group theirs = new Group("", forwarded.conversation().platform(), "", Set.of(), List.of(forwarded.by()));
        return desk.circles().circleOf(screening, author, Optional.of(theirs));
    }

    /** Whoever sent it on, unless it is about them or their child: then those who decide where reviewers may not. */
    private static List<PersonId> deciders(PersonId by, Circle free) {
        boolean mayDecide = free.reviewers().contains(by) || free.contacts().contains(by);
        return mayDecide ? List.of(by) : free.reviewers();
    }

    /**
     * Nobody knows the author. Whoever sent it on gets an answer instead of a reviewer's card, and is not reminded before
     * they have said that the school should have it.
     */
    private static List<Effect> effectsFor(PersonId by, Transition.Moved raised) {
        boolean decides = raised.concern().circle().reviewers().contains(by);
        return raised.effects().stream()
                .filter(effect -> !(effect instanceof Effect.TellAuthor))
                .filter(effect -> !decides || !isReminderOrCard(effect))
                .toList();
    }

    private static boolean isReminderOrCard(Effect effect) {
        return effect instanceof Effect.AskReviewer
                || (effect instanceof Effect.WakeAt wake && REMINDERS.contains(wake.step()));
    }

    private static Content answer(SchoolDesk desk, Concern concern, PersonId by) {
        Finding decisive = concern.evidence().findings().stream()
                .filter(finding -> finding.category() == concern.category())
                .findFirst()
                .orElseThrow();
        List<PersonId> reviewers = concern.circle().reviewers();
        if (!reviewers.contains(by)) {
            return answer(desk, decisive, Optional.of(whoHasIt(concern)), List.of());
        }
        List<Button> choices = List.of(
                button(desk, Phrase.BUTTON_HAND_OVER, ConcernAction.Verb.HAND_OVER, concern),
                button(desk, Phrase.BUTTON_NO_ACTION, ConcernAction.Verb.DISMISS, concern));
        return answer(desk, decisive, Optional.of(Phrase.FORWARD_CHOICE), choices);
    }

    private static Phrase whoHasIt(Concern concern) {
        if (concern.isForNobody()) {
            return Phrase.FORWARD_NOBODY_FREE;
        }
        return concern.circle().contactsAlone() ? Phrase.FORWARD_TOLD : Phrase.FORWARD_PASSED_ON;
    }

    private static Content answer(SchoolDesk desk, Finding finding, Optional<Phrase> end, List<Button> choices) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(
                desk.wording().say(Phrase.FORWARD_FOUND, "why", desk.wording().sayAgain(finding.why()))));
        finding.clauses().stream()
                .findFirst()
                .ifPresent(clause -> blocks.add(new Block.Quote(clause.quote(), clause.source())));
        blocks.add(new Block.Text(desk.wording().say(Phrase.FORWARD_DRAFT_LEAD)));
        blocks.add(new Block.Quote(desk.wording().say(draft(finding)), ""));
        end.ifPresent(phrase -> blocks.add(new Block.Text(desk.wording().say(phrase))));
        return new Content("", blocks, choices);
    }

    private static Phrase draft(Finding finding) {
        Kind kind = finding.category().kind();
        return switch (kind) {
            case NAMES_CHILD, CONTACT_DETAILS, PHOTO -> Phrase.FORWARD_DRAFT_CHILD;
            case STAFF -> Phrase.FORWARD_DRAFT_STAFF;
            case THREAT, HATE, SAFEGUARDING -> Phrase.FORWARD_DRAFT_URGENT;
        };
    }

    private static Button button(SchoolDesk desk, Phrase label, ConcernAction.Verb verb, Concern concern) {
        return new Button(desk.wording().say(label), new ConcernAction(verb, concern.id()).token());
    }

    /**
     * The first question, where somebody wants to hand a forwarded message to the school; empty for any other press. Only
     * who has a chat with the bot on WhatsApp, where it came in, can have sent it on: staff who decide instead know
     * nothing more of it, and some of them could not answer.
     */
    Optional<Commit> press(SchoolDesk desk, Incoming.Press press) {
        return ConcernAction.parse(press.action())
                .filter(action -> action.verb() == ConcernAction.Verb.HAND_OVER && isOnWhatsApp(press.by()))
                .flatMap(action -> casebook.concern(press.school(), action.concern()))
                .filter(concern -> ForwardQuestions.isForwarded(concern)
                        && concern.state().isOpen()
                        && concern.mayDecide(press.by()))
                .map(concern -> questions.begin(desk, concern, press));
    }

    private static boolean isOnWhatsApp(PersonId person) {
        return EffectWriter.chatOf(person).platform() == Platform.WHATSAPP;
    }

    /** What follows from an answer to a question; empty where none was asked. */
    Optional<Commit> reply(SchoolDesk desk, Incoming.Message message) {
        return questions.answer(desk, message);
    }

    /** Repeats the question that still waits, after a message that was no answer to it. */
    void askAgain(SchoolDesk desk, Incoming.Message message, Commit.Builder commit) {
        questions.askAgain(desk, message, commit);
    }
}
