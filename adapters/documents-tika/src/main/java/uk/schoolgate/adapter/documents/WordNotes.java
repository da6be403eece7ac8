package uk.schoolgate.adapter.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The footnotes of a Word file. Tika prints them in the middle of the paragraph that they are a note to, with names of its
 * own; here they become paragraphs behind it.
 *
 * @param notes by kind and number
 */
record WordNotes(Map<String, Element> notes) {
    private static final List<String> KINDS = List.of("footnote", "endnote");

    static WordNotes of(List<Document> parts) {
        Map<String, Element> notes = new HashMap<>();
        for (Document part : parts) {
            KINDS.forEach(kind -> WordXml.all(part, kind).forEach(note -> notes.put(kind + WordXml.id(note), note)));
        }
        return new WordNotes(notes);
    }

    void setBehindTheirParagraphs(Document text) {
        for (String kind : KINDS) {
            // From the last one on, so that two notes of one paragraph stay in order.
            for (Element sign : WordXml.all(text, kind + "Reference").toList().reversed()) {
                Optional.ofNullable(notes.get(kind + WordXml.id(sign))).ifPresent(note -> setBehind(sign, note));
                WordXml.remove(sign);
            }
        }
    }

    private static void setBehind(Element sign, Element note) {
        Optional<Node> paragraph = Stream.iterate(sign, node -> node != null, Node::getParentNode)
                .filter(node -> WordXml.isNamed(node, "p"))
                .findFirst();
        paragraph.ifPresent(before -> {
            for (Element line : WordXml.all(note, "p").toList().reversed()) {
                Node copy = before.getOwnerDocument().importNode(line, true);
                before.getParentNode().insertBefore(copy, before.getNextSibling());
            }
        });
    }
}
