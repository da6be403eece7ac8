package uk.schoolgate.adapter.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Reads HTML: web pages, what Markdown was rendered to, and what Word documents were turned into. */
final class HtmlBlocks {
    private static final OptionalInt NO_PAGE = OptionalInt.empty();
    private static final Set<String> FURNITURE = Set.of(
            "script", "style", "nav", "footer", "aside", "form", "button", "noscript", "template", "svg", "head");
    private static final Set<String> CONTAINERS = Set.of(
            "body", "div", "main", "article", "section", "header", "blockquote", "figure", "details", "center", "dl");
    private static final int DEEPEST_HEADING = 6;
    private static final int LONGEST_PLAIN_HEADING = 5;
    private static final int SHORTEST_PROSE = 8;

    private final List<Block> blocks = new ArrayList<>();
    private final boolean lineBreaksCount;

    private HtmlBlocks(boolean lineBreaksCount) {
        this.lineBreaksCount = lineBreaksCount;
    }

    /** The blocks of a web page. */
    static List<Block> ofPage(String html) {
        Document page = Jsoup.parse(html);
        Element main = page.selectFirst("main, [role=main]");
        if (main != null) {
            return read(List.of(main), false);
        }
        List<Element> articles = page.select("article").stream()
                .filter(article -> !article.parents().is("article, aside, nav, footer"))
                .toList();
        return read(articles.isEmpty() ? List.of(page.body()) : articles, false);
    }

    /** The blocks of what a Word document was turned into: a line break in a paragraph is one that the author made. */
    static List<Block> ofWord(String xhtml) {
        Document document = Jsoup.parse(xhtml);
        document.select("div.footer, div.header, div.package-entry, h1.title img, p[class^=toc]")
                .remove();
        return withPlainHeadings(read(List.of(document.body()), true));
    }

    /** Many authors write a heading as a short line without any style: it stands before a paragraph of full sentences. */
    private static List<Block> withPlainHeadings(List<Block> blocks) {
        List<Block> marked = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean heading = i + 1 < blocks.size()
                    && blocks.get(i) instanceof Block.Paragraph line
                    && blocks.get(i + 1) instanceof Block.Paragraph next
                    && isPlainHeading(line, next);
            marked.add(
                    heading && blocks.get(i) instanceof Block.Paragraph line
                            ? new Block.Heading(DEEPEST_HEADING, line.text())
                            : blocks.get(i));
        }
        return marked;
    }

    private static boolean isPlainHeading(Block.Paragraph line, Block.Paragraph next) {
        return line.marker().isEmpty()
                && Texts.words(line.text()) <= LONGEST_PLAIN_HEADING
                && Texts.looksLikeHeading(line.text())
                && Texts.hasLetters(line.text())
                && !Texts.announces(line.text())
                && !line.text().endsWith("?")
                && Texts.words(next.text()) >= SHORTEST_PROSE
                && Texts.endsSentence(next.text());
    }

    private static List<Block> read(List<Element> roots, boolean lineBreaksCount) {
        HtmlBlocks reader = new HtmlBlocks(lineBreaksCount);
        roots.forEach(reader::container);
        return reader.blocks;
    }

    private void container(Element element) {
        StringBuilder loose = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                loose.append(lineBreaksCount ? text.getWholeText() : text.text());
            } else if (node instanceof Element child) {
                if (isInline(child)) {
                    loose.append(' ').append(lineBreaksCount ? child.wholeText() : child.text());
                } else {
                    lines(loose.toString());
                    loose.setLength(0);
                    element(child);
                }
            }
        }
        lines(loose.toString());
    }

    private static boolean isInline(Element element) {
        return !element.isBlock() && !element.nameIs("br") && !FURNITURE.contains(element.normalName());
    }

    private void element(Element element) {
        String name = element.normalName();
        if (FURNITURE.contains(name)) {
            return;
        }
        if (isHeading(name)) {
            heading(name.charAt(1) - '0', element.text());
        } else if (CONTAINERS.contains(name)) {
            container(element);
        } else {
            switch (name) {
                case "ul", "ol" -> list(element, 0);
                case "table" -> table(element);
                case "br", "hr" -> {
                    // Nothing of its own: text on both sides was parted already.
                }
                default -> paragraph(element);
            }
        }
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    private void heading(int level, String text) {
        String clean = Texts.clean(text);
        if (!clean.isEmpty()) {
            blocks.add(new Block.Heading(level, clean));
        }
    }

    private void paragraph(Element element) {
        String text = Texts.clean(element.text());
        if (text.isEmpty()) {
            return;
        }
        String bold = Texts.clean(element.select("b, strong").text());
        if (bold.equals(text) && Texts.looksLikeHeading(text)) {
            blocks.add(new Block.Heading(DEEPEST_HEADING, text));
        } else {
            lines(lineBreaksCount ? element.wholeText() : brAsLines(element));
        }
    }

    private static String brAsLines(Element element) {
        Element copy = element.clone();
        copy.select("br").forEach(br -> br.replaceWith(new TextNode("\u2028")));
        return copy.text().replace('\u2028', '\n');
    }

    private void lines(String text) {
        text.lines()
                .map(Texts::clean)
                .filter(line -> !line.isEmpty() && !Texts.isOfContents(line))
                .forEach(this::line);
    }

    private void line(String line) {
        Optional<Marker> marker = Marker.of(line);
        Block block = marker.<Block>map(sign -> sign.kind() == Marker.Kind.CLAUSE
                        ? new Block.Paragraph(sign.sign(), sign.rest(), NO_PAGE)
                        : new Block.Item(0, sign.sign(), sign.rest(), NO_PAGE))
                .orElseGet(() -> new Block.Paragraph("", line, NO_PAGE));
        blocks.add(block);
    }

    private void list(Element list, int depth) {
        ListSigns signs = new ListSigns(list);
        for (Element child : list.children()) {
            if (isList(child)) {
                // Editors write a list within a list between its items as well as into one of them.
                list(child, depth + 1);
            } else if (child.nameIs("li")) {
                item(child, depth, signs.of(child));
            } else {
                element(child);
            }
        }
    }

    private static boolean isList(Element element) {
        return element.nameIs("ul") || element.nameIs("ol");
    }

    private void item(Element item, int depth, String sign) {
        String text = Texts.clean(ownText(item));
        if (!text.isEmpty()) {
            blocks.add(new Block.Item(depth, sign, text, NO_PAGE));
        }
        item.select("ul, ol").stream()
                .filter(inner -> isDirectlyIn(item, inner))
                .forEach(inner -> list(inner, depth + 1));
    }

    /** Whether no other item or list stands between them. */
    private static boolean isDirectlyIn(Element item, Element inner) {
        return inner.parents().stream()
                .filter(parent -> parent.nameIs("li") || isList(parent))
                .findFirst()
                .filter(item::equals)
                .isPresent();
    }

    private static String ownText(Element item) {
        Element copy = item.clone();
        copy.select("ul, ol").remove();
        return copy.text();
    }

    private void table(Element table) {
        table.select("> caption").stream()
                .filter(caption -> !isMereTitle(Texts.clean(caption.text())))
                .forEach(this::paragraph);
        Elements rows = table.select("tr");
        boolean first = true;
        for (Element row : rows) {
            List<String> cells = row.select("> td, > th").stream()
                    .map(cell -> Texts.clean(cell.text()))
                    .toList();
            boolean header = first && isHeader(row);
            first = false;
            if (cells.stream().filter(cell -> !cell.isEmpty()).count() > 1) {
                blocks.add(new Block.Row(header, cells, NO_PAGE));
            } else {
                row.select("> td, > th").forEach(this::container);
            }
        }
    }

    /** What only names a table answers nothing. */
    private static boolean isMereTitle(String caption) {
        return Texts.looksLikeHeading(caption) && !Texts.laysDownARule(caption);
    }

    private static boolean isHeader(Element row) {
        String bold = Texts.clean(row.select("th, b, strong").text());
        return !bold.isEmpty() && bold.equals(Texts.clean(row.text()));
    }
}
