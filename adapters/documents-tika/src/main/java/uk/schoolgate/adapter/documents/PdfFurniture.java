package uk.schoolgate.adapter.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes away what is on a PDF's pages but not part of its text: headers, footers, page numbers, tables of contents. */
final class PdfFurniture {
    private static final double TOP_MARGIN = 0.11;
    private static final double BOTTOM_MARGIN = 0.89;
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:page )?\\W{0,3}\\d{1,3}(?: ?(?:of|/|\\|) ?\\d{1,3})?\\W{0,3}(?: ?page)?");
    private static final Pattern COMMENT = Pattern.compile("^Comment(?:ed)? \\[[A-Za-z0-9]+]:");
    private static final Set<String> CONTENTS_HEADINGS = Set.of("contents", "table of contents", "index");
    private static final int SHORTEST_CONTENTS = 4;
    private static final double LARGER = 1.05;

    private PdfFurniture() {}

    static List<PdfLine> remove(List<PdfLine> lines) {
        List<PdfLine> kept = withoutHeadersAndFooters(lines).stream()
                .map(PdfFurniture::withoutComments)
                .filter(line -> !line.chunks().isEmpty())
                .filter(line -> !Texts.isOfContents(line.text()) && !isContentsHeading(line))
                .toList();
        return withoutListOfHeadings(kept);
    }

    /** Without what is typed on page after page, also on those that are pictures. */
    static List<PdfLine> withoutHeadersAndFooters(List<PdfLine> lines) {
        Set<String> repeated = repeated(lines);
        return lines.stream()
                .filter(line -> !(isInMargin(line) && (repeated.contains(shape(line)) || isPageNumber(line))))
                .toList();
    }

    /** What somebody wrote into the margin of a draft, printed along with it. */
    private static PdfLine withoutComments(PdfLine line) {
        List<PdfLine.Chunk> chunks = line.chunks().stream()
                .filter(chunk -> !COMMENT.matcher(chunk.text()).find())
                .toList();
        return chunks.size() == line.chunks().size()
                ? line
                : PdfLine.of(line.page(), line.top(), line.y(), line.cell(), chunks);
    }

    private static boolean isContentsHeading(PdfLine line) {
        return CONTENTS_HEADINGS.contains(
                line.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").strip());
    }

    private static boolean isInMargin(PdfLine line) {
        return line.top() < TOP_MARGIN || line.top() > BOTTOM_MARGIN;
    }

    private static boolean isPageNumber(PdfLine line) {
        return PAGE_NUMBER.matcher(line.text().toLowerCase(Locale.ROOT)).matches();
    }

    /** What a line looks like on every page: digits stand for any digits. */
    private static String shape(PdfLine line) {
        return line.text().toLowerCase(Locale.ROOT).replaceAll("\\d+", "#");
    }

    private static Set<String> repeated(List<PdfLine> lines) {
        Map<String, Set<Integer>> pages = new HashMap<>();
        for (PdfLine line : lines) {
            if (isInMargin(line)) {
                pages.computeIfAbsent(shape(line), key -> new HashSet<>()).add(line.page());
            }
        }
        long count = lines.stream().map(PdfLine::page).distinct().count();
        Set<String> repeated = new HashSet<>();
        pages.forEach((shape, on) -> {
            if (on.size() >= 3 || (on.size() == 2 && count <= 4)) {
                repeated.add(shape);
            }
        });
        return repeated;
    }

    /** A run of short lines that all come again further on as headings is a table of contents without page numbers. */
    private static List<PdfLine> withoutListOfHeadings(List<PdfLine> lines) {
        List<PdfLine> kept = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int end = i;
            while (end < lines.size() && (comesAgain(lines, end) || isEntryBetween(lines, i, end))) {
                end++;
            }
            if (end - i < SHORTEST_CONTENTS) {
                end = i;
            }
            if (end == i) {
                kept.add(lines.get(i));
                i++;
            } else {
                i = end;
            }
        }
        return kept;
    }

    private static boolean isNumbered(String text) {
        return Marker.of(text)
                .filter(marker -> marker.kind() == Marker.Kind.CLAUSE && Texts.looksLikeHeading(marker.rest()))
                .isPresent();
    }

    /** A contents page and its headings do not always say quite the same. */
    private static boolean isEntryBetween(List<PdfLine> lines, int start, int at) {
        boolean numbered = isNumbered(lines.get(at).text());
        int next = at + 1;
        return at > start
                && numbered
                && next < lines.size()
                && Marker.of(lines.get(next).text()).isPresent()
                && lines.get(next).page() == lines.get(at).page();
    }

    private static String withoutPageNumber(PdfLine line) {
        boolean numbered =
                line.chunks().size() > 1 && line.chunks().getLast().text().matches("\\d{1,3}");
        return numbered ? line.text().substring(0, line.text().lastIndexOf(' ')).strip() : line.text();
    }

    /** As a heading, that is, bold or larger: the same rule may stand in two agreements of one document. */
    private static boolean comesAgain(List<PdfLine> lines, int at) {
        PdfLine entry = lines.get(at);
        String text = withoutPageNumber(entry);
        return Texts.words(text) <= 12
                && lines.subList(at + 1, lines.size()).stream()
                        .filter(line -> line.bold() || line.size() > entry.size() * LARGER || isNumbered(text))
                        .anyMatch(line -> line.text().equalsIgnoreCase(text));
    }
}
