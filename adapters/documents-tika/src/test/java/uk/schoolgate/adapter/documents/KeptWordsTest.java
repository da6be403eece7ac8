package uk.schoolgate.adapter.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import uk.schoolgate.adapter.documents.Pdfs.Line;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/** What a policy says is kept, however it is set; what only leads to it is left out. */
class KeptWordsTest {
    @TempDir
    Path folder;

    private static PolicyDocument read(Path file) throws Exception {
        return new TikaPolicyReader().read(file, Audience.EVERYONE);
    }

    private PolicyDocument read(String name, String text) throws Exception {
        return read(Files.writeString(folder.resolve(name), text));
    }

    private static List<String> texts(PolicyDocument policy) {
        return policy.passages().stream().map(Passage::text).toList();
    }

    @Test
    void aRuleThatIsSetLikeAHeadingIsKept() throws Exception {
        PolicyDocument policy = read(
                "p.html",
                "<h1>Phones policy</h1><h2>At the gate</h2><p><b>Phones must be handed in at the office</b></p>"
                        + "<p>The office locks them away until the end of the day.</p>");
        assertThat(policy.passages().getFirst().text()).isEqualTo("Phones must be handed in at the office");
        assertThat(policy.passages().getFirst().section()).containsExactly("Phones policy", "At the gate");
        assertThat(policy.passages().get(1).section()).endsWith("Phones must be handed in at the office");
    }

    @ParameterizedTest
    @ValueSource(strings = {"What parents must do", "When phones are not allowed", "Things that are banned", "Uniform"})
    void aHeadingIsNoRule(String heading) throws Exception {
        assertThat(texts(read("p.html", "<h1>Rules</h1><h2>" + heading + "</h2><p>Each family gets a leaflet.</p>")))
                .containsExactly("Each family gets a leaflet.");
    }

    @Test
    void aListWithinAListIsKeptWhereverItStands() throws Exception {
        PolicyDocument policy = read(
                "p.html",
                "<ul><li>Shirts</li><ul><li>white</li></ul><li>Ties<ul><ul><li>red</li></ul></ul></li>"
                        + "<li>Coats<div><ul><li>blue<ol><li>dark</li></ol></li></ul></div></li><p>Hats are green.</p></ul>");
        assertThat(texts(policy))
                .containsExactly("Shirts", "white", "Ties", "red", "Coats", "blue", "dark", "Hats are green.");
        assertThat(policy.leadInOf(policy.passages().get(1)).map(Passage::text)).contains("Shirts");
        assertThat(policy.leadInOf(policy.passages().get(6)).map(Passage::text)).contains("blue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ol start='5'><li>Be kind</li><li>Be calm</li></ol> | 5. 6.",
                "<ol type='a'><li>Be kind</li><li value='27'>Be calm</li></ol> | a. aa.",
                "<ol type='A' start='3'><li>Be kind</li><li>Be calm</li></ol> | C. D.",
                "<ol type='i' start='4'><li>Be kind</li><li>Be calm</li></ol> | iv. v.",
                "<ol type='I' start='0'><li>Be kind</li><li>Be calm</li></ol> | 0. I.",
                "<ol reversed><li>Be kind</li><li>Be calm</li></ol> | 2. 1.",
                "<ul><li>Be kind</li><li>Be calm</li></ul> | • •"
            })
    void anItemHasTheNumberThatThePageGivesIt(String list, String signs) throws Exception {
        assertThat(read("p.html", list).passages()).extracting(Passage::marker).containsExactly(signs.split(" ", -1));
    }

    @Test
    void aListOfMarkdownGoesOnWithItsNumber() throws Exception {
        assertThat(read("p.md", "5. Be kind\n\n   Always.\n6. Be calm\n").passages())
                .extracting(Passage::marker)
                .containsExactly("5.", "6.");
    }

    @Test
    void allArticlesOfAPageAreKept() throws Exception {
        assertThat(texts(read(
                        "p.html",
                        "<p>Welcome to our site.</p><article><p>Hats are green.</p></article>"
                                + "<article><p>Coats are blue.</p><article><p>So are gloves.</p></article></article>"
                                + "<aside><article><p>The fair was fun.</p></article></aside>")))
                .containsExactly("Hats are green.", "Coats are blue.", "So are gloves.");
    }

    @Test
    void whatACaptionOfATableSaysIsKept() throws Exception {
        String table = "<table><caption>Lunch</caption><tr><td>Juniors</td><td>12.15</td></tr></table>";
        assertThat(texts(read("p.html", table))).containsExactly("Juniors\n12.15");
        assertThat(texts(read("p.html", table.replace("Lunch", "Lunch is earlier on Fridays."))))
                .containsExactly("Lunch is earlier on Fridays.", "Juniors\n12.15");
    }

    @Test
    void aTimetableInShortLinesIsKept() throws Exception {
        PolicyDocument policy = read("t.txt", """
                The school day

                8.45 Gates open
                9.00 Registration
                10.30 Break

                Children bring a piece of fruit.
                """);
        assertThat(texts(policy))
                .containsExactly(
                        "8.45 Gates open", "9.00 Registration", "10.30 Break", "Children bring a piece of fruit.");
        assertThat(policy.passages()).allMatch(passage -> passage.section().equals(List.of("The school day")));
    }

    @Test
    void aTimeOrAPriceIsKeptHoweverShort() throws Exception {
        PolicyDocument policy = read(
                "t.txt",
                "Facts\n\nSchool hours\n8:40 – 15:15\n\nBreakfast club from 7.45\n\nLunch £2.50\n\nInfants 12.15–1.00\n\n4.15\n");
        assertThat(texts(policy))
                .containsExactly("8:40 – 15:15", "Breakfast club from 7.45", "Lunch £2.50", "Infants 12.15–1.00");
        assertThat(policy.passages().getFirst().section()).endsWith("School hours");
    }

    @Test
    void theNumberOfAClauseIsNoTime() throws Exception {
        PolicyDocument policy = read("t.txt", "Rules\n\n4.15 Complaints\n\nThe head answers.\n");
        assertThat(texts(policy)).containsExactly("The head answers.");
        assertThat(policy.passages().getFirst().section()).endsWith("4.15 Complaints");
    }

    @Test
    void factsInATableAreFound() throws Exception {
        PolicyDocument policy = read("p.md", """
                # Phones policy

                | Owner | Mrs Jo Bloggs, deputy head |
                |---|---|
                | Version | 2.1 |
                | Next review | March 2027 |

                Phones stay in bags.
                """);
        assertThat(policy.facts().owner()).contains("Mrs Jo Bloggs, deputy head");
        assertThat(policy.facts().version()).contains("2.1");
        assertThat(policy.facts().reviewDue()).isPresent();
        assertThat(policy.facts().adopted()).as("the day of the next review").isEmpty();
    }

    /** It would be taken for a version that is not in force yet, and an older one would answer. */
    @Test
    void whoApprovedAPolicyIsNotTheDayOfItsNextReview() throws Exception {
        PolicyDocument policy = read("p.txt", """
                Phones policy

                Approved by: the governing body
                Next review: September 2027

                Phones stay in bags.
                """);
        assertThat(policy.facts().adopted()).isEmpty();
        assertThat(policy.facts().reviewDue()).contains(LocalDate.of(2027, 9, 30));
    }

    @Test
    void rulesThatComeAgainInASecondAgreementAreNoListOfContents() throws Exception {
        List<String> rules = List.of("• I am kind", "• I tell the truth", "• I look after books", "• I walk indoors");
        List<Line> lines = new ArrayList<>();
        lines.add(Line.heading(80, "Agreement of the infants"));
        for (int i = 0; i < rules.size(); i++) {
            lines.add(Line.text(110 + 16 * i, rules.get(i)));
            lines.add(Line.text(310 + 16 * i, rules.get(i)));
        }
        lines.add(Line.heading(280, "Agreement of the juniors"));
        lines.sort((one, other) -> Float.compare(one.y(), other.y()));
        assertThat(texts(read(Pdfs.write(folder.resolve("a.pdf"), List.of(lines)))))
                .filteredOn("I am kind"::equals)
                .hasSize(2);
    }

    @Test
    void pagesOfPicturesBehindATypedCoverAreNamed() throws Exception {
        PolicyDocument policy = read(Pdfs.withScan(
                folder.resolve("s.pdf"), List.of(List.of(Line.text(100, "A cover with a sentence on it.")))));
        assertThat(policy.pictures()).containsExactly(2);
    }

    private static List<Line> footer(int page) {
        return List.of(Line.text(760, "Some School, page " + page));
    }

    @Test
    void aPageOfPicturesWithATypedFooterIsNamed() throws Exception {
        List<Line> cover = List.of(
                Line.text(100, "A cover with a sentence on it."), footer(1).getFirst());
        assertThat(read(Pdfs.typedOnScans(folder.resolve("s.pdf"), List.of(cover, footer(2), footer(3))))
                        .pictures())
                .containsExactly(2, 3);
    }

    @Test
    void aScanWithTypedFootersIsRefusedAsAScan() throws Exception {
        Path scan = Pdfs.typedOnScans(folder.resolve("s.pdf"), List.of(footer(1), footer(2)));
        assertThatThrownBy(() -> read(scan)).hasMessageContaining("it is a scan");
    }

    @Test
    void aWordPartedAtTheEndOfALineIsOneWhereItStandsWholeElsewhere() throws Exception {
        List<Line> lines = List.of(
                Line.text(100, "A complaint is looked into by somebody who is indepen-"),
                Line.text(114, "dent of it, and the record of it is kept by the vice-"),
                Line.text(128, "chair of the panel. Being independent matters."));
        assertThat(String.join(" ", texts(read(Pdfs.write(folder.resolve("h.pdf"), List.of(lines))))))
                .contains("independent of it", "vice-chair of the panel");
    }

    @Test
    void ligaturesAreLetters() throws Exception {
        assertThat(texts(read("l.txt", "The o\uFB03ce \uFB01nds and \uFB02ags di\uFB00erent \uFB01les.")))
                .containsExactly("The office finds and flags different files.");
    }

    @Test
    void aWordDocumentLosesHeaderFooterAndContents() throws Exception {
        Path file = folder.resolve("w.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.createStyles();
            for (String name : List.of("toc 1", "heading 1")) {
                CTStyle style = CTStyle.Factory.newInstance();
                style.setStyleId(name.replace(" ", ""));
                style.addNewName().setVal(name);
                document.getStyles().addStyle(new XWPFStyle(style));
            }
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Some School 2026");
            document.createFooter(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Page one of nine");
            styled(document, "heading1", "Behaviour Policy");
            styled(document, "toc1", "1. Aims\t3");
            styled(document, "toc1", "2. Rewards\t4");
            styled(document, "heading1", "1. Aims");
            document.createParagraph().createRun().setText("Everybody is to be safe and happy here.");
            document.write(out);
        }
        assertThat(texts(read(file))).containsExactly("Everybody is to be safe and happy here.");
    }

    private static void styled(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
    }

    @Test
    void aTextLosesItsContents() throws Exception {
        PolicyDocument policy = read("c.txt", """
                Behaviour Policy

                Contents
                1. Aims ............ 3
                2. Rewards ......... 4

                1. Aims

                Everybody is to be safe and happy here.
                """);
        assertThat(texts(policy)).containsExactly("Everybody is to be safe and happy here.");
    }

    @Test
    void aTextThatIsSetToAWidthIsReadInWholeParagraphs() throws Exception {
        PolicyDocument policy = read("w.txt", """
                Acceptable Use Policy

                6. PARENTS AND CARERS

                6.3 Messages sent to staff are answered in working hours. A teacher who
                does not reply at 10 at night is asleep, or ought to be. Allow 2 school
                days before you chase. Absence cannot wait: report it by telephone.

                6.4 Parents must not:
                  - post photographs or videos showing other children without asking the
                    families of those children;
                  - be rude.
                """);
        assertThat(texts(policy))
                .containsExactly(
                        "Messages sent to staff are answered in working hours. A teacher who does not reply at 10 at night"
                                + " is asleep, or ought to be. Allow 2 school days before you chase. Absence cannot wait:"
                                + " report it by telephone.",
                        "6.4 Parents must not:",
                        "post photographs or videos showing other children without asking the families of those children;",
                        "be rude.");
    }
}
