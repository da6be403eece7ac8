package uk.schoolgate.adapter.documents;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Finds its way in the XML of a Word file. */
final class WordXml {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private WordXml() {}

    static Stream<Element> all(Document xml, String name) {
        return listed(xml.getElementsByTagNameNS(NAMESPACE, name)).map(Element.class::cast);
    }

    static Stream<Element> all(Element below, String name) {
        return listed(below.getElementsByTagNameNS(NAMESPACE, name)).map(Element.class::cast);
    }

    static Stream<Node> children(Node node) {
        return listed(node.getChildNodes());
    }

    static Stream<Node> children(Node node, String name) {
        return children(node).filter(child -> isNamed(child, name));
    }

    /** The element behind a node. */
    static Optional<Node> next(Node node) {
        return Stream.iterate(node.getNextSibling(), sibling -> sibling != null, Node::getNextSibling)
                .filter(Element.class::isInstance)
                .findFirst();
    }

    static boolean isNamed(Node node, String name) {
        return NAMESPACE.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    static String id(Element element) {
        return element.getAttributeNS(NAMESPACE, "id");
    }

    static String value(Node node) {
        return node instanceof Element element ? element.getAttributeNS(NAMESPACE, "val") : "";
    }

    static void remove(Node node) {
        Optional.ofNullable(node.getParentNode()).ifPresent(parent -> parent.removeChild(node));
    }

    /** A list of its own: that of the document changes while it is gone through. */
    private static Stream<Node> listed(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList().stream();
    }
}
