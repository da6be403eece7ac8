package uk.schoolgate.adapter.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.StreamHelper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Takes out of a Word file what is in it but not said by it: words struck out under Track Changes, reviewers' comments, and
 * the table of contents that Word keeps. Tika makes text of them, and the opposite of a rule would be quoted.
 */
final class WordMarkup {
    private static final Pattern TEXT = Pattern.compile("/word/document\\d*\\.xml");
    private static final Pattern NOTES = Pattern.compile("/word/(?:foot|end)notes\\d*\\.xml");
    private static final List<String> STRUCK_OUT = List.of("del", "moveFrom");
    private static final List<String> COMMENTS = List.of("commentReference", "commentRangeStart", "commentRangeEnd");
    private static final String CONTENTS = "Table of Contents";

    private WordMarkup() {}

    /** The file as it reads when all changes are accepted and all comments deleted. */
    static byte[] without(byte[] content) throws IOException, OpenXML4JException, SAXException {
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
            List<Document> notes = new ArrayList<>();
            for (PackagePart part : file.getPartsByName(NOTES)) {
                notes.add(agreed(part));
            }
            for (PackagePart part : file.getPartsByName(TEXT)) {
                Document text = agreed(part);
                WordNotes.of(notes).setBehindTheirParagraphs(text);
                try (OutputStream out = part.getOutputStream()) {
                    StreamHelper.saveXmlInStream(text, out);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.save(out);
            return out.toByteArray();
        }
    }

    private static Document agreed(PackagePart part) throws IOException, SAXException {
        Document xml;
        try (InputStream in = part.getInputStream()) {
            xml = DocumentHelper.readDocument(in);
        }
        WordXml.all(xml, "sdt").filter(WordMarkup::isContents).forEach(WordXml::remove);
        WordXml.all(xml, "tr").filter(WordMarkup::isStruckOutRow).forEach(WordXml::remove);
        List<Element> joined =
                WordXml.all(xml, "p").filter(WordMarkup::isStruckOutAtItsEnd).toList();
        Stream.concat(STRUCK_OUT.stream(), COMMENTS.stream())
                .flatMap(name -> WordXml.all(xml, name))
                .forEach(WordXml::remove);
        joined.forEach(WordMarkup::joinToNext);
        return xml;
    }

    private static boolean isContents(Element block) {
        return WordXml.children(block, "sdtPr")
                .flatMap(properties -> WordXml.children(properties, "docPartObj"))
                .flatMap(kind -> WordXml.children(kind, "docPartGallery"))
                .anyMatch(gallery -> CONTENTS.equals(WordXml.value(gallery)));
    }

    private static boolean isStruckOutRow(Element row) {
        return WordXml.children(row, "trPr").anyMatch(WordMarkup::isStruckOut);
    }

    private static boolean isStruckOutAtItsEnd(Element paragraph) {
        return WordXml.children(paragraph, "pPr")
                .flatMap(properties -> WordXml.children(properties, "rPr"))
                .anyMatch(WordMarkup::isStruckOut);
    }

    private static boolean isStruckOut(Node properties) {
        return STRUCK_OUT.stream()
                .flatMap(name -> WordXml.children(properties, name))
                .findAny()
                .isPresent();
    }

    /** Left as it is, an empty item would still be counted in its list, and those behind it have numbers of nobody's. */
    private static void joinToNext(Element paragraph) {
        List<Node> words = words(paragraph);
        Optional<Node> next = WordXml.next(paragraph).filter(node -> WordXml.isNamed(node, "p"));
        next.ifPresent(into -> {
            Node start = words(into).stream().findFirst().orElse(null);
            words.forEach(word -> into.insertBefore(word, start));
        });
        if (next.isPresent() || words.isEmpty()) {
            WordXml.remove(paragraph);
        }
    }

    private static List<Node> words(Node paragraph) {
        return WordXml.children(paragraph)
                .filter(child -> !WordXml.isNamed(child, "pPr"))
                .toList();
    }
}
