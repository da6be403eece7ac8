package uk.schoolgate.app.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Kind;
import uk.schoolgate.core.text.Span;

/**
 * Takes names out of what a report shows: authors get a number, named children and contact details a word, and so does
 * every other name that the roll or the chat knows.
 */
final class Masking {
    private final boolean on;
    private final NameWords names;
    private final Map<String, String> authors = new HashMap<>();

    private Masking(boolean on, NameWords names) {
        this.on = on;
        this.names = names;
    }

    static Masking none() {
        return new Masking(false, new NameWords(Roll.EMPTY));
    }

    static Masking of(Roll roll) {
        return new Masking(true, new NameWords(roll));
    }

    boolean isOn() {
        return on;
    }

    /** Takes note of somebody who writes in the chat: others may name them. */
    void learn(String author) {
        if (on) {
            names.add(author);
        }
    }

    String author(String name) {
        return on ? authors.computeIfAbsent(name, key -> "Person " + (authors.size() + 1)) : name;
    }

    String text(Flagged flagged) {
        if (!on) {
            return flagged.text();
        }
        String text = flagged.text();
        StringBuilder masked = new StringBuilder();
        int shown = 0;
        for (Mask mask : masks(flagged)) {
            if (mask.span().start() >= shown) {
                masked.append(names.mask(text.substring(shown, mask.span().start())))
                        .append(mask.word());
                shown = mask.span().end();
            }
        }
        return masked.append(names.mask(text.substring(shown))).toString();
    }

    private record Mask(Span span, String word) {}

    /** What to put where, in the order of the text. */
    private static List<Mask> masks(Flagged flagged) {
        Map<String, String> children = new HashMap<>();
        List<Mask> masks = new ArrayList<>();
        for (Finding finding : flagged.screening().findings()) {
            Kind kind = finding.category().kind();
            if (kind == Kind.NAMES_CHILD || kind == Kind.CONTACT_DETAILS) {
                finding.spans().forEach(span -> masks.add(new Mask(span, word(kind, span, children))));
            }
        }
        masks.sort(Comparator.comparingInt(mask -> mask.span().start()));
        return masks;
    }

    private static String word(Kind kind, Span span, Map<String, String> children) {
        return kind == Kind.CONTACT_DETAILS
                ? "[CONTACT]"
                : children.computeIfAbsent(
                        span.text().toLowerCase(Locale.ROOT), name -> "[CHILD-" + (children.size() + 1) + "]");
    }
}
