package uk.schoolgate.app.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Kind;
import uk.schoolgate.core.text.Span;

/** Takes names out of what a report shows: authors get a number, named children and contact details a word. */
final class Masking {
    private final boolean on;
    private final Map<String, String> authors = new HashMap<>();

    Masking(boolean on) {
        this.on = on;
    }

    String author(String name) {
        return on ? authors.computeIfAbsent(name, key -> "Person " + (authors.size() + 1)) : name;
    }

    String text(Flagged flagged) {
        if (!on) {
            return flagged.text();
        }
        String text = flagged.text();
        for (Mask mask : masks(flagged)) {
            text = text.substring(0, mask.span().start())
                    + mask.word()
                    + text.substring(mask.span().end());
        }
        return text;
    }

    private record Mask(Span span, String word) {}

    /** What to put where, from the end of the text backwards so that the places stay right. */
    private static List<Mask> masks(Flagged flagged) {
        Map<String, String> children = new HashMap<>();
        List<Mask> masks = new ArrayList<>();
        for (Finding finding : flagged.screening().findings()) {
            Kind kind = finding.category().kind();
            if (kind == Kind.NAMES_CHILD || kind == Kind.CONTACT_DETAILS) {
                finding.spans().forEach(span -> masks.add(new Mask(span, word(kind, span, children))));
            }
        }
        masks.sort(Comparator.comparingInt((Mask mask) -> mask.span().start()).reversed());
        return masks;
    }

    private static String word(Kind kind, Span span, Map<String, String> children) {
        return kind == Kind.CONTACT_DETAILS
                ? "[CONTACT]"
                : children.computeIfAbsent(
                        span.text().toLowerCase(Locale.ROOT), name -> "[CHILD-" + (children.size() + 1) + "]");
    }
}
