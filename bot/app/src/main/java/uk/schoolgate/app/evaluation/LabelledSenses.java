package uk.schoolgate.app.evaluation;

import uk.schoolgate.core.screening.Kind;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Marking;

/** Tells what a marked place means by the labels of its message. */
final class LabelledSenses {
    private LabelledSenses() {}

    /** The sense of a marked place: a label holds for every place where its words stand. */
    static ChildSense of(LabelledMessage message, Marking marking) {
        return message.labels().stream()
                .filter(label -> label.is().kind() == Kind.NAMES_CHILD)
                .filter(label -> stands(label.words(), message.text(), marking))
                .findFirst()
                .map(label ->
                        ChildSense.valueOf(label.is().degree().orElseThrow().name()))
                .orElse(ChildSense.NONE);
    }

    private static boolean stands(String words, String text, Marking marking) {
        int at = words.isEmpty() ? -1 : text.indexOf(words);
        while (at >= 0) {
            if (at < marking.span().end()
                    && at + words.length() > marking.span().start()) {
                return true;
            }
            at = text.indexOf(words, at + 1);
        }
        return false;
    }
}
