package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import uk.schoolgate.core.text.Span;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** Takes every name and contact detail out of a message, also those that are none for sure. */
final class NameMask {
    /** A word with a capital within a sentence is a name of some kind; a number may be somebody's. */
    private static final Pattern NAME_LIKE = Pattern.compile(
            "(?<=[\\p{L}\\p{N},;] )\\p{Lu}\\p{Ll}+(?:[ '’-]\\p{Lu}\\p{Ll}+)*+|\\+?\\d[\\d ]{4,}\\d|\\S+@\\S+");

    private final Wording wording;

    NameMask(Wording wording) {
        this.wording = wording;
    }

    private record Cover(Span span, Phrase mask) {}

    String masked(Reading reading) {
        List<Cover> covers = new ArrayList<>();
        reading.children().stream()
                .filter(child -> child.certain() || child.capital() || !child.everydayWord())
                .forEach(child -> covers.add(new Cover(child.span(), Phrase.MASK_CHILD)));
        reading.staff().forEach(member -> covers.add(new Cover(member.span(), Phrase.MASK_STAFF)));
        reading.contacts().forEach(span -> covers.add(new Cover(span, Phrase.MASK_DETAIL)));
        Links.in(reading.text()).forEach(span -> covers.add(new Cover(span, Phrase.MASK_DETAIL)));
        NAME_LIKE
                .matcher(reading.text())
                .results()
                .forEach(match ->
                        covers.add(new Cover(Span.of(reading.text(), match.start(), match.end()), Phrase.MASK_DETAIL)));
        return write(reading.text(), covers);
    }

    private String write(String text, List<Cover> covers) {
        covers.sort(Comparator.<Cover>comparingInt(cover -> cover.span().start()));
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (Cover cover : covers) {
            if (cover.span().start() >= at) {
                masked.append(text, at, cover.span().start()).append(wording.say(cover.mask()));
            }
            at = Math.max(at, cover.span().end());
        }
        return masked.append(text.substring(at)).toString();
    }
}
