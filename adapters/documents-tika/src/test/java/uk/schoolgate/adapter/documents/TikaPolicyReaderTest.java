package uk.schoolgate.adapter.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.documents.Pdfs.Line;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyReader;
import uk.schoolgate.core.policy.UnreadablePolicyException;
import uk.schoolgate.testkit.PolicyReaderContract;

class TikaPolicyReaderTest implements PolicyReaderContract {
    @TempDir
    Path folder;

    private final TikaPolicyReader reader = new TikaPolicyReader();

    @Override
    public PolicyReader policyReader() {
        return reader;
    }

    private PolicyDocument read(Path file) throws UnreadablePolicyException {
        return reader.read(file, Audience.EVERYONE);
    }

    private PolicyDocument read(String name, String... lines) throws Exception {
        return read(Files.writeString(folder.resolve(name), String.join("\n", lines)));
    }

    private static List<String> texts(PolicyDocument policy) {
        return policy.passages().stream().map(Passage::text).toList();
    }

    private static Passage passage(PolicyDocument policy, String text) {
        return policy.passages().stream()
                .filter(passage -> passage.text().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not in " + texts(policy)));
    }

    private static String leadIn(PolicyDocument policy, String text) {
        return policy.leadInOf(passage(policy, text)).map(Passage::text).orElse("");
    }

    @Test
    void textKeepsSectionsBulletsAndTheirLeadIn() throws Exception {
        PolicyDocument policy = read(
                "p.txt",
                "Photo Policy",
                "",
                "1. Parents",
                "Photos are lovely. They can also hurt.",
                "",
                "Parents must not:",
                "·  ",
                "Post photos of others",
                "",
                "- tag a child",
                "1.1 In groups",
                "The same goes for groups.",
                "The school encourages pupils to",
                "· be kind");
        assertThat(policy.title()).isEqualTo("Photo Policy");
        assertThat(leadIn(policy, "Post photos of others")).isEqualTo("Parents must not:");
        assertThat(leadIn(policy, "tag a child")).isEqualTo("Parents must not:");
        assertThat(leadIn(policy, "be kind")).isEqualTo("The school encourages pupils to");
        assertThat(passage(policy, "tag a child").section()).containsExactly("Photo Policy", "1. Parents");
        assertThat(passage(policy, "The same goes").section())
                .containsExactly("Photo Policy", "1. Parents", "1.1 In groups");
        assertThat(passage(policy, "tag a child").printed()).isEqualTo("- tag a child");
    }

    @ParameterizedTest
    @CsvSource({
        "Alder Lane Primary School, School uniform",
        "St Jude's C of E Academy, School uniform",
        "Starting at our school, Starting at our school",
        "Uniform, Uniform"
    })
    void theNameOfASchoolIsNoTitle(String heading, String title) throws Exception {
        assertThat(read("school-uniform.md", "# " + heading, "", "## Winter", "", "Children wear a jumper.")
                        .title())
                .isEqualTo(title);
    }

    @Test
    void textOfWindowsEditorsIsReadToo() throws Exception {
        Path file = folder.resolve("w.txt");
        Files.write(file, "The school’s fee is £5 – no more.".getBytes(Charset.forName("windows-1252")));
        assertThat(texts(read(file))).containsExactly("The school’s fee is £5 – no more.");
    }

    @Test
    void markdownKeepsListsTablesAndItsTitle() throws Exception {
        PolicyDocument policy = read(
                "m.md",
                "---",
                "title: Uniform",
                "---",
                "## Winter",
                "Children wear:",
                "",
                "- a jumper",
                "  - green for *all*",
                "- shoes",
                "",
                "| Item | Colour |",
                "|---|---|",
                "| Socks | grey |");
        assertThat(policy.title()).isEqualTo("Uniform");
        assertThat(leadIn(policy, "shoes")).isEqualTo("Children wear:");
        assertThat(leadIn(policy, "green for all")).isEqualTo("a jumper");
        assertThat(passage(policy, "Socks").text()).isEqualTo("Socks\ngrey");
        assertThat(leadIn(policy, "Socks")).isEqualTo("Item\nColour");
    }

    @Test
    void htmlLeavesThePageAroundItOut() throws Exception {
        PolicyDocument policy = read(
                "h.html",
                "<html><body><nav><a>Home</a></nav><header><p>Welcome</p></header><main><h1>Phones</h1>",
                "<p>Phones stay <b>off</b>.</p><script>var x = 'evil';</script>",
                "<ol><li>First.</li><li>Second.</li></ol></main><footer>Address</footer></body></html>");
        assertThat(texts(policy)).containsExactly("Phones stay off.", "First.", "Second.");
        assertThat(passage(policy, "Second").marker()).isEqualTo("2.");
    }

    @Test
    void wordKeepsHeadingsAndLists() throws Exception {
        Path file = folder.resolve("w.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.createStyles();
            heading(document, "Heading1", "Complaints Policy");
            paragraph(document, "You can:");
            paragraph(document, "•  talk to us");
            paragraph(document, "•  write to us");
            document.write(out);
        }
        PolicyDocument policy = read(file);
        assertThat(leadIn(policy, "write to us")).isEqualTo("You can:");
        assertThat(texts(policy)).contains("talk to us", "write to us");
    }

    private static void heading(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
    }

    private static void paragraph(XWPFDocument document, String text) {
        document.createParagraph().createRun().setText(text);
    }

    @Test
    void pdfLosesHeadersFootersAndContents() throws Exception {
        List<List<Line>> pages = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            List<Line> lines = new ArrayList<>(
                    List.of(Line.text(40, "Some School - Behaviour Policy"), Line.text(770, "Page " + page + " of 4")));
            if (page == 1) {
                lines.add(Line.heading(120, "Behaviour Policy"));
                lines.add(Line.text(160, "1. Aims ........................ 2"));
                lines.add(Line.text(176, "2. Rewards ..................... 3"));
            } else {
                lines.add(Line.heading(120, page + ". Section number " + page));
                lines.add(Line.text(150, "Children on page " + page + " learn best in a calm place that is kind to"));
                lines.add(Line.text(164, "everybody in it."));
                lines.add(Line.text(200, "We expect them to:"));
                lines.add(Line.text(214, "• listen on page " + page));
            }
            pages.add(lines);
        }
        PolicyDocument policy = read(Pdfs.write(folder.resolve("b.pdf"), pages));
        assertThat(policy.title()).isEqualTo("Behaviour Policy");
        assertThat(texts(policy)).noneMatch(text -> text.contains("Some School") || text.contains(" of 4"));
        assertThat(texts(policy)).noneMatch(text -> text.contains("...."));
        Passage passage = passage(policy, "Children on page 3");
        assertThat(passage.text())
                .isEqualTo("Children on page 3 learn best in a calm place that is kind to everybody in it.");
        assertThat(passage.page()).hasValue(3);
        assertThat(passage.section()).endsWith("3. Section number 3");
        assertThat(leadIn(policy, "listen on page 3")).isEqualTo("We expect them to:");
    }

    @Test
    void pdfTablesAreReadRowByRow() throws Exception {
        List<Line> lines = new ArrayList<>(List.of(Line.heading(100, "Steps")));
        String[][] cells = {
            {"Stage", "Consequence"}, {"1", "A quiet word"}, {"2", "Time out in another room"}, {"3", "A letter home"}
        };
        for (int row = 0; row < cells.length; row++) {
            lines.add(Line.at(72, 140 + row * 30, cells[row][0]));
            lines.add(Line.at(180, 140 + row * 30, cells[row][1]));
        }
        PolicyDocument policy = read(Pdfs.write(folder.resolve("t.pdf"), List.of(lines)));
        assertThat(passage(policy, "Time out").text()).isEqualTo("2\nTime out in another room");
        assertThat(passage(policy, "Time out").kind()).isEqualTo(Passage.Kind.ROW);
    }

    @Test
    void aLongParagraphIsPartedAtSentences() throws Exception {
        String sentence = "This is a sentence of exactly ten words about our school. ";
        PolicyDocument policy = read("l.txt", sentence.repeat(20).strip());
        assertThat(policy.passages()).hasSizeGreaterThan(1);
        assertThat(policy.passages())
                .allSatisfy(passage -> assertThat(passage.text()).endsWith("."));
        assertThat(policy.passages().get(1).continues()).isTrue();
        assertThat(String.join(" ", texts(policy)))
                .isEqualTo(sentence.repeat(20).strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Date of next review: March 2027 | 2027-03-31",
                "DATE OF ADOPTION: March 2020 / DATE OF NEXT REVIEW: March 2022 | 2022-03-31",
                "Review Date\tJuly 2021 | 2021-07-31",
                "Next review due: 17 September 2027 | 2027-09-17",
                "Next review: 01/09/2026 | 2026-09-30",
                "Next review: 12/09/26 | 2026-09-12",
                "Next review: 12.09.26 | 2026-09-12",
                "Next review: 2026-09-12 | 2026-09-12",
                "To be reviewed in Autumn 2026 | 2026-12-31",
                "Policy review Date November 2024 / Date of next Review November 2025 | 2025-11-30"
            })
    void theReviewDateIsFound(String text, LocalDate expected) throws Exception {
        PolicyDocument policy =
                read("d.txt", "A Policy", "", text.replace(" / ", "\n"), "", "Some text of the policy.");
        assertThat(policy.facts().reviewDue()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Adopted: 12/09/25 | 2025-09-12",
                "Version 1.2.25 / Approved: 2 June 2025 | 2025-06-02",
                "Policy reviewed and approved by governors: March 2024 | 2024-03-01",
                "Our uniform policy (adopted March 2024) holds for everybody. | 2024-03-01",
                "The governing body, after long talks, adopted this policy in March 2024. | 2024-03-01"
            })
    void theDayOfAdoptionIsFound(String text, LocalDate expected) throws Exception {
        assertThat(adopted(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This policy follows the DfE guidance issued in November 2021.",
                "The Act, as amended in May 2018, holds here too.",
                "Bullying by telephone (see the advice agreed in June 2019) is bullying."
            })
    void theDayOfAnotherDocumentIsNotThatOfThePolicy(String text) throws Exception {
        assertThat(adopted(text)).isEmpty();
    }

    private Optional<LocalDate> adopted(String text) throws Exception {
        return read("d.txt", "A Policy", "", text.replace(" / ", "\n"), "", "Some text of the policy.")
                .facts()
                .adopted();
    }

    @Test
    void factsInTheHeadOfAMarkdownFileAreFound() throws Exception {
        PolicyDocument.Facts facts = read(
                        "m.md",
                        "---",
                        "title: Uniform",
                        "date: 2025-09-12",
                        "next_review: \"March 2027\"",
                        "version: 2.1",
                        "---",
                        "Children wear a jumper.")
                .facts();
        assertThat(facts.adopted()).contains(LocalDate.of(2025, 9, 12));
        assertThat(facts.reviewDue()).contains(LocalDate.of(2027, 3, 31));
        assertThat(facts.version()).contains("2.1");
    }

    @Test
    void aPolicyWithoutDatesHasNone() throws Exception {
        PolicyDocument policy = read("d.txt", "A Policy", "", "Sports day is in March 2027. We review this often.");
        assertThat(policy.facts().reviewDue()).isEqualTo(Optional.empty());
    }

    @Test
    void aScanIsRefused() throws IOException {
        assertRefused(Pdfs.scan(folder.resolve("s.pdf")), "scan");
    }

    @Test
    void aProtectedPdfIsRefused() throws IOException {
        assertRefused(Pdfs.encrypted(folder.resolve("e.pdf")), "password");
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        Path pdf = Pdfs.write(folder.resolve("a.pdf"), List.of(List.of(Line.text(100, "Text"))));
        byte[] bytes = Files.readAllBytes(pdf);
        Path cut = folder.resolve("cut.pdf");
        Files.write(cut, Arrays.copyOf(bytes, 60));
        assertRefused(cut, "damaged");
        Path zip = folder.resolve("broken.docx");
        Files.write(zip, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        assertRefused(zip, "damaged");
    }

    @Test
    void aWrongEndingIsRefused() throws IOException {
        Path pdf = Pdfs.write(folder.resolve("a.pdf"), List.of(List.of(Line.text(100, "Text"))));
        assertRefused(Files.copy(pdf, folder.resolve("really-a-pdf.docx")), "it is a PDF");
        assertRefused(Files.writeString(folder.resolve("text.pdf"), "just text"), "it is text");
        assertRefused(
                Files.write(folder.resolve("b.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'}),
                "something else");
    }

    @Test
    void aFileWithoutWordsIsRefused() throws IOException {
        assertRefused(Files.writeString(folder.resolve("blank.txt"), "\n \n--\n"), "no text");
    }

    private void assertRefused(Path file, String words) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadablePolicyException.class)
                .hasMessageContaining(words);
    }
}
