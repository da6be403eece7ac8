package uk.schoolgate.core.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.schoolgate.core.screening.judging.MarkedText;
import uk.schoolgate.core.screening.naming.ChildSighting;
import uk.schoolgate.core.screening.staff.StaffSighting;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Span;

/**
 * Who and what was found in a message before anybody judges it.
 *
 * @param text as written
 * @param sentences its sentences
 * @param children who may be a child, in order
 * @param staff who may be staff, in order
 * @param contacts contact details that are not the school's own
 * @param marked the message with all of these marked
 */
public record Reading(
        String text,
        List<Sentence> sentences,
        List<ChildSighting> children,
        List<StaffSighting> staff,
        List<Span> contacts,
        MarkedText marked) {
    public Reading {
        sentences = List.copyOf(sentences);
        children = List.copyOf(children);
        staff = List.copyOf(staff);
        contacts = List.copyOf(contacts);
    }

    /** The children by where they stand. */
    Map<Span, ChildSighting> childrenBySpan() {
        Map<Span, ChildSighting> bySpan = new HashMap<>();
        children.forEach(child -> bySpan.putIfAbsent(child.span(), child));
        return bySpan;
    }

    /** The sentence that a sighting stands in. */
    Span sentenceOf(StaffSighting sighting) {
        Sentence sentence = sentences.get(sighting.sentence());
        return Span.of(text, sentence.start(), sentence.end());
    }

    /** Ids of all staff who may be meant. */
    Set<String> staffIds() {
        return staff.stream().flatMap(sighting -> sighting.staff().stream()).collect(Collectors.toSet());
    }
}
