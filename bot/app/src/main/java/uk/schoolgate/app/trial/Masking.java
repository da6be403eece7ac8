package uk.schoolgate.app.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Kind;
import uk.schoolgate.core.text.Span;
import uk.schoolgate.core.text.WordList;

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
        return new Masking(false, new NameWords(Roll.EMPTY, new OrdinaryWords(word -> false)));
    }

    /** @param vocabulary the ordinary words of English */
    static Masking of(Roll roll, WordList vocabulary) {
        return new Masking(true, new NameWords(roll, new OrdinaryWords(vocabulary)));
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

    /** A chat's file is called by its group, or by the other person. */
    String title(String chat) {
        return on ? names.mask(chat, Set.of()) : chat;
    }

    String text(Flagged flagged) {
        if (!on) {
            return flagged.text();
        }
        String text = flagged.text();
        Set<String> meant = meant(flagged);
        StringBuilder masked = new StringBuilder();
        int shown = 0;
        for (Mask mask : masks(flagged)) {
            if (mask.span().start() >= shown) {
                masked.append(names.mask(text.substring(shown, mask.span().start()), meant))
                        .append(mask.word());
                shown = mask.span().end();
            }
        }
        return masked.append(names.mask(text.substring(shown), meant)).toString();
    }

    /** What the findings point at: "cook is useless" is about Mrs Cook, where something was found in it. */
    private static Set<String> meant(Flagged flagged) {
        return flagged.screening().findings().stream()
                .flatMap(finding -> finding.spans().stream())
                .flatMap(span -> NameWords.keysOf(span.text()).stream())
                .collect(Collectors.toSet());
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
