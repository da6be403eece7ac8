package uk.schoolgate.core.policy;

import java.util.List;
import java.util.OptionalInt;

/**
 * The smallest piece of a policy that is quoted: a paragraph (or some sentences of a long one), a bullet, or a row of a
 * table.
 *
 * @param ordinal its place in the document, counted from 0
 * @param kind what it is
 * @param section the headings above it, outermost first
 * @param page page number from 1 where the format has pages
 * @param marker the bullet or number in front of it as printed ("•", "a)", "5.1"); empty for none
 * @param text verbatim but for white space, without the marker
 * @param leadIn ordinal of the sentence that a bullet completes ("Parents should not:"), or of a table row's header
 * @param continues whether it goes on directly after the passage before it, within the same paragraph
 */
public record Passage(
        int ordinal,
        Kind kind,
        List<String> section,
        OptionalInt page,
        String marker,
        String text,
        OptionalInt leadIn,
        boolean continues) {
    /** What a passage is in its document. */
    public enum Kind {
        PARAGRAPH,
        BULLET,
        ROW
    }

    public Passage {
        section = List.copyOf(section);
    }

    /** The text with its marker, as it is printed. */
    public String printed() {
        return marker.isEmpty() ? text : marker + " " + text;
    }
}
