package uk.schoolgate.core.keeping;

import java.util.function.Predicate;
import uk.schoolgate.core.keeping.Archive.Note;

/** Takes a part out of a note that holds more than one thing. Each platform's adapter knows its own notes. */
@FunctionalInterface
public interface NoteEditor {
    /** For notes that hold one thing each: such a one goes or stays as a whole. */
    NoteEditor WHOLE = (note, goes) -> goes.test(note.whole()) ? "" : note.text();

    /**
     * What stays of a note.
     *
     * @param goes whether a part has to go, by its text
     * @return the text that stays; empty where nothing does
     */
    String without(Note note, Predicate<String> goes);
}
