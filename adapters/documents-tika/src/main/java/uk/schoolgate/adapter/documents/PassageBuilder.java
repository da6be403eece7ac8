package uk.schoolgate.adapter.documents;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.Passage.Kind;

/** Makes passages out of blocks: with their sections, and bullets tied to the sentence that leads in to them. */
final class PassageBuilder {
    /** A longer paragraph is parted at sentence ends: nobody reads more than that as one quote. */
    private static final int LONGEST_PASSAGE = 70;

    private static final int DEEPEST = 8;
    /** Signs of lists within lists. */
    private static final Set<String> BELOW = Set.of("o", "◦", "○", "-", "–", "▪");

    private final List<Passage> passages = new ArrayList<>();
    private final String[] headings = new String[DEEPEST];
    private OptionalInt leadIn = OptionalInt.empty();
    private OptionalInt header = OptionalInt.empty();
    /** The lead-in of the last list, and the sign in front of its items. */
    private OptionalInt list = OptionalInt.empty();

    private String listSign = "";
    /** The last item of each depth, which may lead in to a deeper list. */
    private final OptionalInt[] itemAt = new OptionalInt[DEEPEST];

    /** Whether the last heading was a line of a timetable. */
    private boolean amongTimes;

    private PassageBuilder() {
        Arrays.fill(headings, "");
        Arrays.fill(itemAt, OptionalInt.empty());
    }

    static List<Passage> build(List<Block> blocks) {
        PassageBuilder builder = new PassageBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : new Block.Heading(1, "");
            builder.add(blocks.get(i), next);
        }
        return builder.passages;
    }

    private void add(Block block, Block next) {
        if (!(block instanceof Block.Row)) {
            header = OptionalInt.empty();
        }
        if (!(block instanceof Block.Heading)) {
            amongTimes = false;
        }
        switch (block) {
            case Block.Heading(int level, String text) -> {
                heading(level, text);
                if (next instanceof Block.Item && Texts.announces(text)) {
                    // What leads in to a list is quoted with it, also where it is set as a heading.
                    paragraph(new Block.Paragraph("", text, pageOf(next)), next);
                } else if (level > 1 && Texts.laysDownARule(text)) {
                    // A rule that is set like a heading is one to quote all the same.
                    heading(level, "");
                    text(Kind.PARAGRAPH, "", text, OptionalInt.empty(), pageOf(next));
                    heading(level, text);
                } else if (Texts.statesATimeOrPrice(text) && !isClauseHeading(level, text, next)) {
                    heading(level, "");
                    text(Kind.PARAGRAPH, "", text, OptionalInt.empty(), pageOf(next));
                    amongTimes = true;
                }
            }
            case Block.Paragraph paragraph -> paragraph(paragraph, next);
            case Block.Item item -> item(item);
            case Block.Row row -> row(row);
        }
    }

    /** "8.45 Gates open" looks like a clause: it is one where text follows that is not another line of a timetable. */
    private boolean isClauseHeading(int level, String text, Block next) {
        boolean numbered = Marker.of(text)
                .filter(marker -> marker.kind() == Marker.Kind.CLAUSE)
                .isPresent();
        boolean empty = next instanceof Block.Heading below && below.level() <= level;
        return numbered && !empty && !amongTimes;
    }

    private void heading(int level, String text) {
        int at = Math.min(level, DEEPEST) - 1;
        headings[at] = text;
        Arrays.fill(headings, at + 1, DEEPEST, "");
        leadIn = OptionalInt.empty();
        list = OptionalInt.empty();
        listSign = "";
        Arrays.fill(itemAt, OptionalInt.empty());
    }

    private void paragraph(Block.Paragraph paragraph, Block next) {
        Arrays.fill(itemAt, OptionalInt.empty());
        int last = text(Kind.PARAGRAPH, paragraph.marker(), paragraph.text(), OptionalInt.empty(), paragraph.page());
        boolean leads = next instanceof Block.Item
                && (Texts.announces(paragraph.text())
                        || paragraph.text().endsWith(";")
                        || !Texts.endsSentence(paragraph.text()));
        boolean within = !leads && list.isPresent() && next instanceof Block.Item item && sameSign(item.marker());
        leadIn = leads ? OptionalInt.of(last) : within ? list : OptionalInt.empty();
    }

    /** Whether a list goes on behind a paragraph that explains one of its items. */
    private boolean sameSign(String marker) {
        return !marker.isEmpty() && marker.equals(listSign) && "-–•●▪◦○".contains(marker);
    }

    private static OptionalInt pageOf(Block block) {
        return switch (block) {
            case Block.Heading _ -> OptionalInt.empty();
            case Block.Paragraph paragraph -> paragraph.page();
            case Block.Item item -> item.page();
            case Block.Row row -> row.page();
        };
    }

    /** An item below one that announces it, with another sign: "o" below "●". */
    private int depthOf(Block.Item item) {
        boolean below = item.depth() == 0
                && itemAt[0].isPresent()
                && !listSign.isEmpty()
                && BELOW.contains(item.marker())
                && !item.marker().equals(listSign);
        if (!below) {
            return Math.min(item.depth(), DEEPEST - 1);
        }
        boolean announced = Texts.announces(passages.get(itemAt[0].getAsInt()).text());
        return announced || itemAt[1].isPresent() ? 1 : 0;
    }

    private void item(Block.Item item) {
        int depth = depthOf(item);
        OptionalInt parent = depth > 0 ? itemAt[depth - 1] : leadIn;
        if (depth == 0) {
            list = leadIn;
            listSign = item.marker();
        }
        int last = text(Kind.BULLET, item.marker(), item.text(), parent, item.page());
        itemAt[depth] = OptionalInt.of(last);
        Arrays.fill(itemAt, depth + 1, DEEPEST, OptionalInt.empty());
    }

    private void row(Block.Row row) {
        String text = String.join(
                "\n", row.cells().stream().filter(cell -> !cell.isEmpty()).toList());
        int at = passages.size();
        passages.add(passage(at, Kind.ROW, "", text, header, row.page(), false));
        if (row.header()) {
            header = OptionalInt.of(at);
        }
    }

    /** Adds a text, in parts where it is long; gives the ordinal of the last part. */
    private int text(Kind kind, String marker, String text, OptionalInt lead, OptionalInt page) {
        boolean first = true;
        for (String part : parts(text)) {
            if (!Texts.hasLetters(part) && !Texts.statesATimeOrPrice(part)) {
                continue;
            }
            passages.add(passage(passages.size(), kind, first ? marker : "", part, lead, page, !first));
            first = false;
        }
        return Math.max(0, passages.size() - 1);
    }

    private Passage passage(
            int ordinal, Kind kind, String marker, String text, OptionalInt lead, OptionalInt page, boolean continues) {
        List<String> section =
                Arrays.stream(headings).filter(heading -> !heading.isEmpty()).toList();
        return new Passage(ordinal, kind, section, page, marker, text, lead, continues);
    }

    private static List<String> parts(String text) {
        if (Texts.words(text) <= LONGEST_PASSAGE) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.UK);
        sentences.setText(text);
        StringBuilder part = new StringBuilder();
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            String sentence = text.substring(start, end);
            if (part.length() > 0 && Texts.words(part + sentence) > LONGEST_PASSAGE) {
                parts.add(part.toString().strip());
                part.setLength(0);
            }
            part.append(sentence);
        }
        parts.add(part.toString().strip());
        return parts;
    }
}
