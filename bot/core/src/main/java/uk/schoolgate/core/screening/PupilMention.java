package uk.schoolgate.core.screening;

import java.util.Set;

/**
 * A place in a message that names a child.
 *
 * @param span where
 * @param sentence index of the sentence that carries it
 * @param form how the child is named
 * @param pupils ids of who may be meant; empty for a child who is not on the roll
 * @param own whether it is the author's own child
 * @param certainty how sure it is that a child is named at all, 0 to 1
 */
record PupilMention(Span span, int sentence, Form form, Set<String> pupils, boolean own, double certainty) {
    enum Form {
        FIRST_NAME,
        FULL_NAME,
        SURNAME
    }

    PupilMention {
        pupils = Set.copyOf(pupils);
    }
}
