package uk.schoolgate.core.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Phrase;

/**
 * Where somebody stands who is asked about a message that they sent on. It is a note that names the last event, so that the
 * same answer worked on twice counts once.
 *
 * @param concern about which they are asked
 * @param event the last that was an answer
 * @param answers so far; an empty one was skipped
 */
public record ForwardStanding(String concern, String event, List<String> answers) {
    /** What is asked: who wrote it, in which group, and when. */
    private static final List<Phrase> QUESTIONS =
            List.of(Phrase.FORWARD_ASK_WHO, Phrase.FORWARD_ASK_GROUP, Phrase.FORWARD_ASK_WHEN);

    private static final Duration PATIENCE = Duration.ofHours(1);

    public ForwardStanding {
        answers = List.copyOf(answers);
    }

    /** Whether a question about a message that somebody sent on waits for their words: a bare number answers it. */
    public static boolean isAsked(Notebook notebook, SchoolCode school, PersonId person) {
        return read(notebook, school, person)
                .filter(standing -> !standing.isComplete())
                .isPresent();
    }

    static Optional<ForwardStanding> read(Notebook notebook, SchoolCode school, PersonId person) {
        return notebook.read(school, key(person)).map(ForwardStanding::parse);
    }

    void write(Notebook notebook, SchoolCode school, PersonId person) {
        notebook.write(school, key(person), note(), PATIENCE);
    }

    static void drop(Notebook notebook, SchoolCode school, PersonId person) {
        notebook.write(school, key(person), "", PATIENCE);
    }

    /**
     * What somebody left unanswered when they turned to another message.
     *
     * @param event with which they turned to it
     */
    static Optional<ForwardStanding> left(Notebook notebook, SchoolCode school, PersonId person, String event) {
        return notebook.read(school, leftKey(person, event)).map(ForwardStanding::parse);
    }

    /** Remembers that this was left unanswered: the event that turned away from it may be worked on again. */
    void leave(Notebook notebook, SchoolCode school, PersonId person, String turned) {
        notebook.write(school, leftKey(person, turned), note(), PATIENCE);
    }

    boolean isComplete() {
        return answers.size() >= QUESTIONS.size();
    }

    /** The question that waits for its answer, while not {@link #isComplete()}. */
    Phrase question() {
        return QUESTIONS.get(answers.size());
    }

    ForwardStanding with(String newEvent, String answer) {
        // The same event again: its answer is there already.
        if (newEvent.equals(event)) {
            return this;
        }
        List<String> all = new ArrayList<>(answers);
        all.add(answer);
        return new ForwardStanding(concern, newEvent, all);
    }

    /** All questions that are still open, skipped. */
    ForwardStanding withTheRestSkipped() {
        List<String> all = new ArrayList<>(answers);
        all.addAll(Collections.nCopies(Math.max(0, QUESTIONS.size() - answers.size()), ""));
        return new ForwardStanding(concern, event, all);
    }

    private static ForwardStanding parse(String note) {
        List<String> lines = List.of(note.split("\n", -1));
        return new ForwardStanding(lines.get(0), lines.get(1), lines.subList(2, lines.size()));
    }

    private String note() {
        List<String> lines = new ArrayList<>(List.of(concern, event));
        lines.addAll(answers);
        return String.join("\n", lines);
    }

    private static String key(PersonId person) {
        return "forward:" + person.value();
    }

    private static String leftKey(PersonId person, String event) {
        return "forward:" + person.value() + ":left:" + event;
    }
}
