package uk.schoolgate.core.screening.naming;

import java.util.Set;
import uk.schoolgate.core.text.Span;

/**
 * A place in a message that may name a child.
 *
 * @param span where, without a possessive ending
 * @param sentence index of the sentence that carries it
 * @param form how the child is named
 * @param likeness how near it comes to a name of the roll
 * @param pupils ids of who may be meant; empty for a child who is not on the roll
 * @param expected whether they are of the classes that the message is about, or no class is known for it
 * @param own whether the author is a contact of the child, or calls it theirs
 * @param everydayWord whether the name is also a word that chats use all the time
 * @param capital whether it is written with a capital that does not come from the start of a sentence or from shouting
 * @param adjoining whether another capitalised word adjoins it that is no name of theirs, as in "Harry Kane"
 */
public record ChildSighting(
        Span span,
        int sentence,
        Form form,
        Likeness likeness,
        Set<String> pupils,
        boolean expected,
        boolean own,
        boolean everydayWord,
        boolean capital,
        boolean adjoining) {
    /** How a child is named. */
    public enum Form {
        FIRST_NAME,
        FULL_NAME,
        SURNAME,
        INITIALS,
        /** "Dan Smith's boy". */
        KINSHIP
    }

    public ChildSighting {
        pupils = Set.copyOf(pupils);
    }

    /** Whether this is a child of the roll beyond doubt, whatever the words around it. */
    public boolean certain() {
        boolean asOnRoll = likeness == Likeness.EXACT || likeness == Likeness.NICKNAME;
        boolean plain = form == Form.FIRST_NAME && !everydayWord && !adjoining;
        return asOnRoll && (form == Form.FULL_NAME || plain);
    }
}
