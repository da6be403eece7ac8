package uk.schoolgate.core.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Transition;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.wording.Phrase;

/**
 * Asks whoever hands a forwarded message to the school for what it lacks: who wrote it, in which group, and when. Each
 * question can be skipped; who turns to another message meanwhile has skipped the rest, and who falls silent is reminded.
 */
final class ForwardQuestions {
    private static final int LONGEST_ANSWER = 200;
    private static final Set<String> SKIP = Set.of(
            "skip", "-", "?", "i don't know", "i don’t know", "don't know", "dunno", "not sure", "no idea", "no");
    /** Stopping the bot altogether is the platform's business; here it ends the questions. */
    private static final Set<String> STOP = Set.of("stop", "stop all", "stopall", "cancel", "never mind", "nevermind");

    private final Notebook notebook;
    private final Casebook casebook;
    private final EffectWriter effects;

    ForwardQuestions(Notebook notebook, Casebook casebook, EffectWriter effects) {
        this.notebook = notebook;
        this.casebook = casebook;
        this.effects = effects;
    }

    static boolean isForwarded(Concern concern) {
        return !concern.evidence().isAuthorKnown();
    }

    Commit begin(SchoolDesk desk, Concern concern, Incoming.Press press) {
        Commit.Builder commit = new Commit.Builder(press.school());
        Optional<ForwardStanding> before = ForwardStanding.read(notebook, press.school(), press.by());
        ForwardStanding standing = before.filter(it -> isAbout(concern, it) && !it.isComplete())
                .orElseGet(() -> anew(concern, press, before));
        standing.write(notebook, press.school(), press.by());
        ForwardStanding.left(notebook, press.school(), press.by(), press.id().value())
                .ifPresent(left -> handOver(desk, left.withTheRestSkipped(), press, press.by(), commit));
        effects.write(desk, concern, List.of(desk.machine().reminder(press.at())), press, commit);
        ask(desk, standing, press, press.by(), commit);
        return commit.build();
    }

    private static boolean isAbout(Concern concern, ForwardStanding standing) {
        return standing.concern().equals(concern.id().value());
    }

    /** What was asked about another message must not be lost with the new questions. */
    private ForwardStanding anew(Concern concern, Incoming.Press press, Optional<ForwardStanding> before) {
        String event = press.id().value();
        before.filter(it -> !it.isComplete()).ifPresent(it -> it.leave(notebook, press.school(), press.by(), event));
        return new ForwardStanding(concern.id().value(), event, List.of());
    }

    Optional<Commit> answer(SchoolDesk desk, Incoming.Message message) {
        Optional<ForwardStanding> standing = standing(message);
        if (standing.isEmpty() || tellsOfRisk(desk, message)) {
            return Optional.empty();
        }
        if (STOP.contains(line(message.text()).toLowerCase(Locale.ROOT))) {
            return Optional.of(drop(desk, message));
        }
        if (!isSkip(message) && OtherTalk.isNoAnswer(desk, message)) {
            return Optional.empty();
        }
        return standing.map(it -> it.with(message.id().value(), answerIn(message.text())))
                .map(it -> proceed(desk, it, message));
    }

    /** Repeats the question that still waits for its answer. */
    void askAgain(SchoolDesk desk, Incoming.Message message, Commit.Builder commit) {
        standing(message)
                .filter(standing -> !standing.isComplete())
                .ifPresent(standing -> ask(desk, standing, message, message.author(), commit));
    }

    /** Where the author stands, unless every question has its answer from an earlier message. */
    private Optional<ForwardStanding> standing(Incoming.Message message) {
        if (!(message.conversation() instanceof PrivateChat)) {
            return Optional.empty();
        }
        return ForwardStanding.read(notebook, message.school(), message.author())
                .filter(standing -> !standing.isComplete()
                        || standing.event().equals(message.id().value()));
    }

    private Commit drop(SchoolDesk desk, Incoming.Message message) {
        ForwardStanding.drop(notebook, message.school(), message.author());
        Commit.Builder commit = new Commit.Builder(message.school());
        String words = effects.deskOf(desk, message.author()).wording().say(Phrase.FORWARD_DROPPED);
        EffectWriter.say(commit, message, message.conversation(), Content.ofText(words));
        return commit.build();
    }

    /** Words about a child at risk are no answer, and go to nobody but the safeguarding lead. */
    private static boolean tellsOfRisk(SchoolDesk desk, Incoming.Message message) {
        return desk.screener()
                .screen(new ScreeningInput(message.text(), message.author(), Set.of(), message.media(), List.of()))
                .has(Category.SAFEGUARDING);
    }

    private static String answerIn(String text) {
        String line = line(text);
        String cut = line.length() > LONGEST_ANSWER ? line.substring(0, LONGEST_ANSWER) : line;
        return SKIP.contains(cut.toLowerCase(Locale.ROOT)) ? "" : cut;
    }

    private static boolean isSkip(Incoming.Message message) {
        return SKIP.contains(line(message.text()).toLowerCase(Locale.ROOT));
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private Commit proceed(SchoolDesk desk, ForwardStanding standing, Incoming.Message message) {
        standing.write(notebook, message.school(), message.author());
        Commit.Builder commit = new Commit.Builder(message.school());
        if (standing.isComplete()) {
            handOver(desk, standing, message, message.author(), commit);
        } else {
            ask(desk, standing, message, message.author(), commit);
        }
        return commit.build();
    }

    /** Asks whether they are sure, with all the answers in the evidence. */
    private void handOver(
            SchoolDesk desk, ForwardStanding standing, Incoming cause, PersonId by, Commit.Builder commit) {
        casebook.concern(cause.school(), new ConcernId(standing.concern()))
                .filter(concern -> concern.state().isOpen())
                .map(concern -> withAnswers(concern, standing.answers()))
                .map(concern -> desk.machine().apply(concern, new ConcernEvent.HandOverAsked(by, cause.at())))
                .ifPresent(transition -> {
                    if (transition instanceof Transition.Moved moved) {
                        effects.write(desk, moved.concern(), moved.effects(), cause, commit);
                    }
                });
    }

    private void ask(
            SchoolDesk desk, ForwardStanding standing, Incoming cause, PersonId person, Commit.Builder commit) {
        EffectWriter.say(
                commit,
                cause,
                EffectWriter.chatOf(person),
                Content.ofText(effects.deskOf(desk, person).wording().say(standing.question())));
    }

    private static Concern withAnswers(Concern concern, List<String> answers) {
        Evidence evidence = concern.evidence();
        String who = answers.get(0).isEmpty() ? evidence.authorName() : answers.get(0);
        String group = answers.get(1).isEmpty() ? evidence.place() : answers.get(1);
        String place = answers.get(2).isEmpty() ? group : group + " (" + answers.get(2) + ")";
        return concern.with(new Evidence(
                evidence.message(),
                evidence.text(),
                evidence.media(),
                evidence.author(),
                who,
                place,
                evidence.at(),
                evidence.findings(),
                evidence.changes()));
    }
}
