package uk.schoolgate.adapter.documents;

import java.util.List;
import java.util.OptionalInt;

/** A piece of a document as its format gives it, before sections and lead-ins are worked out. */
sealed interface Block {
    /**
     * A heading.
     *
     * @param level 1 is the outermost
     */
    record Heading(int level, String text) implements Block {}

    /**
     * A paragraph.
     *
     * @param marker the clause number in front of it; empty for none
     */
    record Paragraph(String marker, String text, OptionalInt page) implements Block {}

    /**
     * An item of a list.
     *
     * @param depth 0 for the outermost list
     * @param marker bullet or number as printed
     */
    record Item(int depth, String marker, String text, OptionalInt page) implements Block {}

    /**
     * A row of a table.
     *
     * @param header whether it names the columns of the rows that follow
     */
    record Row(boolean header, List<String> cells, OptionalInt page) implements Block {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
