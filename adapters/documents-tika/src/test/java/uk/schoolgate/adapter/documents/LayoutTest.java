package uk.schoolgate.adapter.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.schoolgate.adapter.documents.Pdfs.Line;
import uk.schoolgate.adapter.documents.Pdfs.Rule;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/** How policies are laid out in the wild, each case made anew. */
class LayoutTest {
    @TempDir
    Path folder;

    private static PolicyDocument read(Path file) throws Exception {
        return new TikaPolicyReader().read(file, Audience.EVERYONE);
    }

    private PolicyDocument text(String text) throws Exception {
        return read(Files.writeString(folder.resolve("t.txt"), text));
    }

    private static List<String> texts(PolicyDocument policy) {
        return policy.passages().stream().map(Passage::text).toList();
    }

    private static String leadIn(PolicyDocument policy, String start) {
        Passage passage = policy.passages().stream()
                .filter(it -> it.text().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no passage starts with " + start + ": " + texts(policy)));
        return policy.leadInOf(passage).map(Passage::text).orElse("none");
    }

    /** Lines around two columns and between rows at these heights. */
    private static List<Rule> grid(float... rows) {
        List<Rule> rules = new ArrayList<>();
        for (float row : rows) {
            rules.add(new Rule(70, row, 500, row));
        }
        for (float column : new float[] {70, 250, 500}) {
            rules.add(new Rule(column, rows[0], column, rows[rows.length - 1]));
        }
        return rules;
    }

    private PolicyDocument exceptions() throws Exception {
        List<Line> lines = List.of(
                Line.heading(60, "Exceptions"),
                new Line(74, 112, 11, true, "What"),
                new Line(254, 112, 11, true, "Who to ask"),
                // The left cell is set in the middle of the right one, between its lines.
                Line.at(254, 130, "Questions about places are"),
                Line.at(74, 137, "Places at the school"),
                Line.at(254, 144, "answered by the council."),
                Line.at(74, 158, "Lost property, found on"),
                Line.at(254, 165, "The office keeps a box."),
                Line.at(74, 172, "the field"));
        List<Rule> rules = new ArrayList<>(grid(100, 118, 147, 180));
        // Underlines a word of the right cell.
        rules.add(new Rule(300, 132, 340, 132));
        return read(Pdfs.ruled(folder.resolve("e.pdf"), lines, rules));
    }

    private static final List<String> LEFT_COLUMN = List.of(
            "Children bring a coat on every day",
            "from October to March. A coat that",
            "is lost is looked for in the box by",
            "the hall before a new one is bought.",
            "",
            "Hats and scarves are worn outside",
            "alone. In class they hang on the peg",
            "that has the child's picture, beside",
            "the bag. Nobody wears a hood indoors",
            "during lessons or at lunch, and what");
    private static final List<String> RIGHT_COLUMN = List.of(
            "is found on the floor goes to the box.",
            "",
            "Boots stay in the porch. Muddy ones",
            "are put into a bag at the end of the",
            "day and go home with the child, who",
            "wears shoes in the classroom. Spare",
            "ones are kept by the office for days",
            "on which somebody has forgotten them.",
            "Parents who cannot buy boots tell the",
            "office, which keeps it to itself.");

    private static List<Line> column(float x, List<String> lines) {
        List<Line> column = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            column.add(Line.at(x, 120 + 14 * i, lines.get(i)));
        }
        return column;
    }

    private PolicyDocument columns(List<String> left, List<String> right) throws Exception {
        List<Line> lines = new ArrayList<>(List.of(Line.heading(60, "Winter clothing")));
        lines.addAll(column(72, left));
        lines.addAll(column(310, right));
        lines.add(
                Line.text(300, "This rule is looked at again each summer by the governors, with the parents' group."));
        return read(Pdfs.write(folder.resolve("c.pdf"), List.of(lines)));
    }

    @Test
    void runningTextInTwoColumnsIsReadDownTheLeftOneFirst() throws Exception {
        assertThat(texts(columns(LEFT_COLUMN, RIGHT_COLUMN)))
                .containsExactly(
                        "Children bring a coat on every day from October to March. A coat that is lost is looked for in"
                                + " the box by the hall before a new one is bought.",
                        "Hats and scarves are worn outside alone. In class they hang on the peg that has the child's"
                                + " picture, beside the bag. Nobody wears a hood indoors during lessons or at lunch, and"
                                + " what is found on the floor goes to the box.",
                        "Boots stay in the porch. Muddy ones are put into a bag at the end of the day and go home with"
                                + " the child, who wears shoes in the classroom. Spare ones are kept by the office for"
                                + " days on which somebody has forgotten them. Parents who cannot buy boots tell the"
                                + " office, which keeps it to itself.",
                        "This rule is looked at again each summer by the governors, with the parents' group.");
    }

    @Test
    void rowsOfATableWithoutLinesStayTogetherHoweverLongTheirCells() throws Exception {
        List<String> what = List.of(
                "Coats are worn outside on every day",
                "from October to March, rain or shine",
                "",
                "Boots that are muddy are left in the",
                "porch, and shoes are worn indoors",
                "",
                "Hats and scarves are worn on the way",
                "to school and in the yard, and are",
                "hung up on the peg in the classroom");
        List<String> why = List.of(
                "Because the yard is used in all but",
                "the very worst weather that we have",
                "",
                "Because the floor of the hall is used",
                "for lunch, with children sitting on it",
                "",
                "Because loops have been caught in the",
                "climbing frame in years that are gone",
                "and that was a fright for everybody");
        assertThat(texts(columns(what, why)))
                .contains("Boots that are muddy are left in the porch, and shoes are worn indoors\n"
                        + "Because the floor of the hall is used for lunch, with children sitting on it");
    }

    @Test
    void linesOfCellsThatStandBesideEachOtherAreNotMixed() throws Exception {
        assertThat(texts(exceptions()))
                .containsExactly(
                        "What\nWho to ask",
                        "Places at the school\nQuestions about places are answered by the council.",
                        "Lost property, found on the field\nThe office keeps a box.");
    }

    @Test
    void aRowOfARuledTableHasItsHeader() throws Exception {
        assertThat(leadIn(exceptions(), "Lost property")).isEqualTo("What\nWho to ask");
    }

    @Test
    void listsSideBySideInOneRowAreReadOneAfterTheOther() throws Exception {
        List<Line> lines = List.of(
                Line.heading(60, "Absence"),
                new Line(74, 112, 11, true, "Authorised for these reasons:"),
                new Line(254, 112, 11, true, "Not authorised:"),
                Line.at(74, 130, "- illness"),
                Line.at(254, 130, "- shopping"),
                Line.at(74, 144, "- a visit to the dentist that"),
                Line.at(254, 144, "- birthdays"),
                Line.at(74, 158, "cannot wait"));
        PolicyDocument policy = read(Pdfs.ruled(folder.resolve("a.pdf"), lines, grid(100, 170)));
        assertThat(texts(policy))
                .contains("illness", "a visit to the dentist that cannot wait", "shopping", "birthdays");
        assertThat(leadIn(policy, "a visit")).isEqualTo("Authorised for these reasons:");
        assertThat(leadIn(policy, "birthdays")).isEqualTo("Not authorised:");
    }

    @Test
    void commentsInTheMarginOfADraftAreNoPartOfIt() throws Exception {
        List<Line> lines = List.of(
                Line.text(100, "Every child is to feel safe here,"),
                Line.at(480, 100, "Commented [AB1]: is this so?"),
                Line.text(114, "and every adult too."));
        assertThat(texts(read(Pdfs.write(folder.resolve("c.pdf"), List.of(lines)))))
                .containsExactly("Every child is to feel safe here, and every adult too.");
    }

    @Test
    void contentsThatDontMatchTheirHeadingsExactlyAreLeftOut() throws Exception {
        List<String> headings = List.of("1.0 Why", "2.0 Scope", "3.0 Reports", "4.0 Answers", "5.0 Reviews");
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String entry = i == 2 ? "3.0 Reports and more" : headings.get(i);
            lines.add(Line.text(100 + 16 * i, entry));
        }
        for (int i = 0; i < headings.size(); i++) {
            lines.add(Line.heading(260 + 60 * i, headings.get(i)));
            lines.add(Line.text(284 + 60 * i, "Sentence number " + i + " stands in its own section."));
        }
        PolicyDocument policy = read(Pdfs.write(folder.resolve("n.pdf"), List.of(lines)));
        assertThat(texts(policy)).hasSize(5).allMatch(text -> text.startsWith("Sentence number"));
        assertThat(policy.passages().get(2).section()).endsWith("3.0 Reports");
    }

    @Test
    void aSentenceGoesOnBelowItsBoldStart() throws Exception {
        List<Line> lines = List.of(
                Line.text(80, "An ordinary sentence of the policy stands here and is long enough to be usual."),
                new Line(72, 110, 11, true, "Please note that only one letter for each family and child will be"),
                Line.text(130, "sent in a year. Ask us for another."));
        assertThat(texts(read(Pdfs.write(folder.resolve("s.pdf"), List.of(lines)))))
                .contains(
                        "Please note that only one letter for each family and child will be sent in a year. Ask us for"
                                + " another.");
    }

    @Test
    void aHeadingThatAnnouncesAListLeadsInToIt() throws Exception {
        List<Line> lines = List.of(
                Line.text(80, "An ordinary sentence of the policy stands here."),
                Line.heading(110, "When somebody is bullied we will -"),
                Line.text(134, "- talk to everybody involved"),
                Line.text(148, "- tell the parents"));
        PolicyDocument policy = read(Pdfs.write(folder.resolve("h.pdf"), List.of(lines)));
        assertThat(leadIn(policy, "tell the parents")).isEqualTo("When somebody is bullied we will -");
    }

    @Test
    void aListAfterASemicolonHasItsLeadIn() throws Exception {
        PolicyDocument policy = text("1. Reports\n\nThe matters raised may;\n- be looked into\n- be passed on");
        assertThat(leadIn(policy, "be passed on")).isEqualTo("The matters raised may;");
    }

    @Test
    void aListGoesOnBehindAParagraphThatExplainsAnItem() throws Exception {
        PolicyDocument policy = text("1. Meetings\n\nMembers should know that:\n• the meeting is independent\n"
                + "Nobody who has taken part before may sit on it.\n• it aims at an agreement");
        assertThat(leadIn(policy, "it aims")).isEqualTo("Members should know that:");
    }

    @Test
    void anItemOfAListWithinAListIsTiedToTheOneAboveIt() throws Exception {
        PolicyDocument policy = text("1. Roles\n\nThe clerk should:\n• be aware of issues regarding:\no sharing\n"
                + "o support\n• keep records");
        assertThat(leadIn(policy, "support")).isEqualTo("be aware of issues regarding:");
        assertThat(leadIn(policy, "keep records")).isEqualTo("The clerk should:");
    }

    @Test
    void aPolicySaysWhoseItIsAndWhichVersion() throws Exception {
        PolicyDocument policy = text("Phones Policy\nVersion: 2.1\nOwner: Mrs Jo Bloggs, deputy head\n"
                + "Adopted: March 2024. Amended May 2025\nNext review: March 2027\n\n1. Rule\n\nPhones stay in bags.");
        assertThat(policy.facts().version()).contains("2.1");
        assertThat(policy.facts().owner()).contains("Mrs Jo Bloggs, deputy head");
        assertThat(policy.facts().adopted()).contains(LocalDate.of(2025, 5, 1));
        assertThat(policy.facts().reviewDue()).contains(LocalDate.of(2027, 3, 31));
    }

    @Test
    void aShortLineBeforeProseIsAHeadingOfAWordDocument() throws IOException {
        List<Block> blocks =
                HtmlBlocks.ofWord("<body><p>Use of cameras</p><p>Personal cameras are not to be used in any"
                        + " of the rooms.</p><p>Signature</p><p>Date</p></body>");
        assertThat(blocks.getFirst()).isInstanceOf(Block.Heading.class);
        assertThat(blocks.getLast()).isInstanceOf(Block.Paragraph.class);
    }
}
