package uk.schoolgate.adapter.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Entities;
import org.xml.sax.SAXException;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyReader;
import uk.schoolgate.core.policy.UnreadablePolicyException;

/** Reads policies with Tika (Word), PDFBox (PDF), jsoup (HTML) and commonmark (Markdown). */
public final class TikaPolicyReader implements PolicyReader {
    private static final Set<String> ENDINGS = Set.of("pdf", "docx", "doc", "html", "htm", "md", "markdown", "txt");
    private static final Set<String> MARKDOWN = Set.of("md", "markdown");
    private static final long LARGEST = 64L * 1024 * 1024;

    @Override
    public boolean reads(String fileName) {
        return ENDINGS.contains(ending(fileName));
    }

    private static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public PolicyDocument read(Path file, Audience audience) throws UnreadablePolicyException {
        byte[] content = load(file);
        String name = String.valueOf(file.getFileName());
        String ending = ending(name);
        FileForm form = FileForm.of(content);
        if (!form.fits(ending)) {
            throw new UnreadablePolicyException("its name ends in ." + ending + " but it is " + form.description()
                    + ": rename it, or save it again in the right format");
        }
        if (ending.equals("pdf")) {
            return pdf(name, audience, content);
        }
        return document(name, audience, head(ending, content), blocks(ending, content), List.of());
    }

    private static PolicyDocument document(
            String name, Audience audience, List<String> head, List<Block> blocks, List<Integer> pictures)
            throws UnreadablePolicyException {
        List<Passage> passages = PassageBuilder.build(blocks);
        if (passages.isEmpty()) {
            throw new UnreadablePolicyException("it has no text that can be quoted");
        }
        return new PolicyDocument(name, Titles.of(name, blocks), audience, facts(head, blocks), passages, pictures);
    }

    private static byte[] load(Path file) throws UnreadablePolicyException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UnreadablePolicyException("it is larger than 64 MB: split it, or make its pictures smaller");
            }
            byte[] content = Files.readAllBytes(file);
            if (content.length == 0) {
                throw new UnreadablePolicyException("it is empty (0 bytes): copy it into the folder again");
            }
            return content;
        } catch (IOException e) {
            throw new UnreadablePolicyException(
                    "it cannot be opened: " + e.getClass().getSimpleName());
        }
    }

    /** Facts that stand in front of the text. */
    private static List<String> head(String ending, byte[] content) {
        return MARKDOWN.contains(ending) ? FrontMatter.facts(text(content)) : List.of();
    }

    private static List<Block> blocks(String ending, byte[] content) throws UnreadablePolicyException {
        return switch (ending) {
            case "docx" -> HtmlBlocks.ofWord(word(new OOXMLParser(), content));
            case "doc" -> HtmlBlocks.ofWord(word(new OfficeParser(), content));
            case "html", "htm" -> HtmlBlocks.ofPage(text(content));
            case "md", "markdown" -> HtmlBlocks.ofPage(markdown(text(content)));
            default -> TextBlocks.of(text(content));
        };
    }

    private static PolicyDocument pdf(String name, Audience audience, byte[] content) throws UnreadablePolicyException {
        try (PDDocument document = Loader.loadPDF(content)) {
            List<PdfLine> lines = PdfLines.of(document);
            List<PdfLine> text = PdfFurniture.withoutHeadersAndFooters(lines);
            if (text.isEmpty()) {
                throw new UnreadablePolicyException(
                        "it is a scan: " + document.getNumberOfPages()
                                + " page(s) of pictures without text. Run text recognition (OCR) over it, or export it from Word");
            }
            return document(
                    name,
                    audience,
                    List.of(),
                    PdfBlocks.of(PdfColumns.inOrder(PdfFurniture.remove(lines))),
                    PdfPictures.pages(document, text));
        } catch (InvalidPasswordException e) {
            throw new UnreadablePolicyException("it is protected with a password: save it without one");
        } catch (IOException | RuntimeException e) {
            throw new UnreadablePolicyException("it is damaged and cannot be read as a PDF: export it again");
        }
    }

    private static String word(Parser parser, byte[] content) throws UnreadablePolicyException {
        ToXMLContentHandler handler = new ToXMLContentHandler();
        OfficeParserConfig config = new OfficeParserConfig();
        config.setIncludeHeadersAndFooters(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        try (InputStream in = TikaInputStream.get(agreed(content))) {
            parser.parse(in, handler, new Metadata(), context);
            return handler.toString();
        } catch (EncryptedDocumentException e) {
            throw new UnreadablePolicyException("it is protected with a password: save it without one");
        } catch (IOException | SAXException | TikaException | OpenXML4JException | RuntimeException e) {
            throw new UnreadablePolicyException("it is damaged and cannot be read as a Word document: save it again");
        }
    }

    /** The older kind, and the newer one in the envelope of a password, are for the parser alone. */
    private static byte[] agreed(byte[] content) throws IOException, OpenXML4JException, SAXException {
        return FileForm.of(content).fits("doc") ? content : WordMarkup.without(content);
    }

    private static String markdown(String text) {
        List<Extension> extensions = List.of(TablesExtension.create());
        String body = FrontMatter.without(text);
        String html = HtmlRenderer.builder()
                .extensions(extensions)
                .build()
                .render(org.commonmark.parser.Parser.builder()
                        .extensions(extensions)
                        .build()
                        .parse(body));
        return FrontMatter.title(text)
                        .map(title -> "<h1>" + Entities.escape(title) + "</h1>")
                        .orElse("")
                + html;
    }

    /** UTF-8 where it is that; else what Windows editors write. */
    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static PolicyDocument.Facts facts(List<String> head, List<Block> blocks) {
        Stream<String> lines = blocks.stream().flatMap(block -> switch (block) {
            case Block.Heading(int level, String text) -> Stream.of(text);
            case Block.Paragraph paragraph -> Stream.of(paragraph.text());
            case Block.Item item -> Stream.of(item.text());
            case Block.Row row -> labelled(row.cells());
        });
        return DocumentFacts.of(Stream.concat(head.stream(), lines).toList());
    }

    /** A row of a table of facts: every second cell says what the one before it names. */
    private static Stream<String> labelled(List<String> cells) {
        boolean pairs = cells.size() == 2 || cells.size() == 4;
        if (!pairs) {
            return Stream.of(String.join(" ", cells));
        }
        return IntStream.iterate(0, i -> i < cells.size(), i -> i + 2)
                .mapToObj(i -> cells.get(i).replaceAll("\\s*:$", "") + ": " + cells.get(i + 1));
    }
}
