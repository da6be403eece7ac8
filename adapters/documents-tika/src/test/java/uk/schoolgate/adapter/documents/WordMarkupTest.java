package uk.schoolgate.adapter.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;

/** What is in a Word file besides what the document says is not quoted. */
class WordMarkupTest {
    private static final String BY = " w:id=\"9\" w:author=\"Jo Bloggs\"";

    @TempDir
    Path folder;

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String paragraph(String content) {
        return "<w:p>" + content + "</w:p>";
    }

    private static String struckOut(String text) {
        return "<w:del" + BY + ">" + run(text).replace("w:t", "w:delText") + "</w:del>";
    }

    /** A file with this body, a comment and a footnote, both numbered 2. */
    private List<String> texts(String body) throws Exception {
        Path file = folder.resolve("w.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.getDocument()
                    .set(DocumentDocument.Factory.parse(
                                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                            + body + "</w:body></w:document>")
                            .getDocument());
            XWPFComment comment = document.createComments().createComment(BigInteger.TWO);
            comment.setAuthor("Jo Bloggs");
            comment.createParagraph().createRun().setText("Is that so?");
            document.createFootnote().createParagraph().createRun().setText("The office keeps it.");
            document.createFootnote().createParagraph().createRun().setText("It is the one by the hall.");
            document.write(out);
        }
        return new TikaPolicyReader()
                .read(file, Audience.EVERYONE).passages().stream()
                        .map(Passage::text)
                        .toList();
    }

    @Test
    void whatWasStruckOutIsNotQuoted() throws Exception {
        assertThat(texts(paragraph(run("Pupils may ") + struckOut("not ") + "<w:ins" + BY + ">" + run("always ")
                        + "</w:ins>" + run("bring phones."))))
                .containsExactly("Pupils may always bring phones.");
    }

    @Test
    void whatWasMovedAwayIsQuotedWhereItIsNow() throws Exception {
        assertThat(texts(paragraph("<w:moveFrom" + BY + ">" + run("Hats are green.") + "</w:moveFrom>")
                        + paragraph(run("Coats are blue. ") + "<w:moveTo" + BY + ">" + run("Hats are green.")
                                + "</w:moveTo>")))
                .containsExactly("Coats are blue. Hats are green.");
    }

    @Test
    void aParagraphWhoseEndWasStruckOutRunsIntoTheNext() throws Exception {
        String end = "<w:pPr><w:rPr><w:del" + BY + "/></w:rPr></w:pPr>";
        assertThat(texts(paragraph(end + run("Pupils may "))
                        + paragraph(end + struckOut("not"))
                        + paragraph(run("bring phones."))))
                .containsExactly("Pupils may bring phones.");
    }

    @Test
    void aRowThatWasStruckOutIsNotQuoted() throws Exception {
        String cells = "<w:tc>" + paragraph(run("Lunch")) + "</w:tc><w:tc>" + paragraph(run("12.15")) + "</w:tc>";
        assertThat(texts("<w:tbl><w:tr><w:trPr><w:del" + BY + "/></w:trPr>" + cells + "</w:tr><w:tr>"
                        + cells.replace("15", "30") + "</w:tr></w:tbl>" + paragraph(run("Food is hot."))))
                .containsExactly("Lunch\n12.30", "Food is hot.");
    }

    @Test
    void aCommentInTheMarginIsNotQuoted() throws Exception {
        assertThat(texts(paragraph("<w:commentRangeStart w:id=\"2\"/>" + run("Hats are green.")
                        + "<w:commentRangeEnd w:id=\"2\"/><w:r><w:commentReference w:id=\"2\"/></w:r>")))
                .containsExactly("Hats are green.");
    }

    @Test
    void aFootnoteIsAParagraphBehindItsOwn() throws Exception {
        assertThat(texts(paragraph(run("Hats lie in the box") + sign(1) + run(" by the door") + sign(2) + run("."))
                        + paragraph(run("Coats are blue."))))
                .containsExactly(
                        "Hats lie in the box by the door.",
                        "The office keeps it.",
                        "It is the one by the hall.",
                        "Coats are blue.");
    }

    @Test
    void theContentsThatWordKeepsAreNotQuoted() throws Exception {
        String contents = paragraph(run("Contents")) + paragraph(run("1. Aims") + "<w:r><w:tab/></w:r>" + run("3"));
        assertThat(texts(
                        block("Table of Contents", contents) + block("Quick Parts", paragraph(run("Hats are green.")))))
                .containsExactly("Hats are green.");
    }

    private static String block(String gallery, String content) {
        return "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"" + gallery
                + "\"/></w:docPartObj></w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
    }

    private static String sign(int id) {
        return "<w:r><w:footnoteReference w:id=\"" + id + "\"/></w:r>";
    }
}
