package uk.schoolgate.app.evaluation;

import java.util.List;
import java.util.Set;
import uk.schoolgate.core.screening.Category;

/**
 * A message that a person has labelled, as {@code prompts/screening/GUIDE.md} says.
 *
 * @param mix everyday or hard; empty where it was not said
 * @param before what was said just before, oldest first
 */
record LabelledMessage(
        String id, String mix, String group, String author, List<Earlier> before, String text, List<Label> labels) {
    /** Something said before the message. */
    record Earlier(String author, String text) {}

    /**
     * What a person saw in a message.
     *
     * @param who ids of the pupils or staff who may be meant
     * @param words the words that carry it
     */
    record Label(Category is, Set<String> who, String words) {}

    boolean has(Category category) {
        return labels.stream().anyMatch(label -> label.is() == category);
    }
}
