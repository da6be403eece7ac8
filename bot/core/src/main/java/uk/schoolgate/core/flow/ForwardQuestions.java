package uk.schoolgate.core.flow;

import java.time.Duration;
import java.util.ArrayList;
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
 * question can be skipped. Where a person stands is a note that names the last event, so that the same answer worked on
 * twice counts once.
 */
final class ForwardQuestions {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int LONGEST_ANSWER = 200;
    private static final Set<String> SKIP = Set.of(
            "skip", "-", "?", "i don't know", "i don’t know", "don't know", "dunno", "not sure", "no idea", "no");
    /** Stopping the bot altogether is the platform's business; here it ends the questions. */
    private static final Set<String> STOP = Set.of("stop", "stop all", "stopall", "cancel", "never mind", "nevermind");

    private static final List<Phrase> QUESTIONS =
            List.of(Phrase.FORWARD_ASK_WHO, Phrase.FORWARD_ASK_GROUP, Phrase.FORWARD_ASK_WHEN);

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

    /**
     * Where somebody stands.
     *
     * @param concern about which they are asked
     * @param event the last that was an answer
     * @param answers so far; an empty one was skipped
     */
    private record Standing(String concern, String event, List<String> answers) {
        static Standing parse(String note) {
            List<String> lines = List.of(note.split("\n", -1));
            return new Standing(lines.get(0), lines.get(1), lines.subList(2, lines.size()));
        }

        String note() {
            List<String> lines = new ArrayList<>(List.of(concern, event));
            lines.addAll(answers);
            return String.join("\n", lines);
        }

        Standing with(String newEvent, String answer) {
            // The same event again: its answer is there already.
            if (newEvent.equals(event)) {
                return this;
            }
            List<String> all = new ArrayList<>(answers);
            all.add(answer);
            return new Standing(concern, newEvent, all);
        }
    }

    Commit begin(SchoolDesk desk, Concern concern, Incoming.Press press) {
        notebook.write(
                press.school(),
                key(press.by()),
                new Standing(concern.id().value(), press.id().value(), List.of()).note(),
                PATIENCE);
        Commit.Builder commit = new Commit.Builder(press.school());
        ask(desk, 0, press, press.by(), commit);
        return commit.build();
    }

    Optional<Commit> answer(SchoolDesk desk, Incoming.Message message) {
        Optional<Standing> standing = standing(message);
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
                .map(Standing::answers)
                .filter(answers -> answers.size() < QUESTIONS.size())
                .ifPresent(answers -> ask(desk, answers.size(), message, message.author(), commit));
    }

    /** Where the author stands, unless every question has its answer from an earlier message. */
    private Optional<Standing> standing(Incoming.Message message) {
        if (!(message.conversation() instanceof PrivateChat)) {
            return Optional.empty();
        }
        return notebook.read(message.school(), key(message.author()))
                .map(Standing::parse)
                .filter(standing -> standing.answers().size() < QUESTIONS.size()
                        || standing.event().equals(message.id().value()));
    }

    private Commit drop(SchoolDesk desk, Incoming.Message message) {
        notebook.write(message.school(), key(message.author()), "", PATIENCE);
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

    private Commit proceed(SchoolDesk desk, Standing standing, Incoming.Message message) {
        notebook.write(message.school(), key(message.author()), standing.note(), PATIENCE);
        Commit.Builder commit = new Commit.Builder(message.school());
        int answered = standing.answers().size();
        if (answered < QUESTIONS.size()) {
            ask(desk, answered, message, message.author(), commit);
            return commit.build();
        }
        casebook.concern(message.school(), new ConcernId(standing.concern()))
                .filter(concern -> concern.state().isOpen())
                .map(concern -> withAnswers(concern, standing.answers()))
                .map(concern ->
                        desk.machine().apply(concern, new ConcernEvent.HandOverAsked(message.author(), message.at())))
                .ifPresent(transition -> {
                    if (transition instanceof Transition.Moved moved) {
                        effects.write(desk, moved.concern(), moved.effects(), message, commit);
                    }
                });
        return commit.build();
    }

    private void ask(SchoolDesk desk, int question, Incoming cause, PersonId person, Commit.Builder commit) {
        EffectWriter.say(
                commit,
                cause,
                EffectWriter.chatOf(person),
                Content.ofText(effects.deskOf(desk, person).wording().say(QUESTIONS.get(question))));
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

    private static String key(PersonId person) {
        return "forward:" + person.value();
    }
}
