package uk.schoolgate.app.trial;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Response;

/** Bars for every week, stacked by how strongly Schoolgate would have responded. */
final class WeekChart {
    private static final int BAR = 26;
    private static final int GAP = 10;
    private static final int HEIGHT = 160;
    private static final int FOOT = 24;
    private static final Map<Response, String> COLOURS =
            Map.of(Response.NUDGE, "#8fb4d9", Response.REVIEW, "#d98e32", Response.URGENT, "#b3382c");
    private static final List<Response> ORDER = List.of(Response.NUDGE, Response.REVIEW, Response.URGENT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M", Locale.UK);

    private WeekChart() {}

    static String svg(Map<LocalDate, Map<Category, Integer>> counted) {
        List<LocalDate> weeks = allWeeks(counted);
        int most = counted.values().stream().mapToInt(WeekChart::sum).max().orElse(0);
        if (most == 0) {
            return "<p>Nothing to show.</p>";
        }
        int width = weeks.size() * (BAR + GAP) + GAP;
        StringBuilder svg = new StringBuilder(
                "<div class=\"scroll\"><svg role=\"img\" width=\"%d\" height=\"%d\">".formatted(width, HEIGHT + FOOT));
        svg.append(
                "<title>Findings a week: pale a private word, orange a review, red urgent. At most %d in a week.</title>"
                        .formatted(most));
        for (int i = 0; i < weeks.size(); i++) {
            bar(svg, GAP + i * (BAR + GAP), weeks.get(i), counted.getOrDefault(weeks.get(i), Map.of()), most);
        }
        return svg.append("</svg></div><p>Pale: a private word. Orange: a review. Red: urgent.</p>")
                .toString();
    }

    /** Weeks without a finding are part of the picture. */
    private static List<LocalDate> allWeeks(Map<LocalDate, Map<Category, Integer>> counted) {
        List<LocalDate> weeks = new ArrayList<>();
        LocalDate last = counted.keySet().stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
        LocalDate week = counted.keySet().stream().min(LocalDate::compareTo).orElse(LocalDate.MAX);
        while (!week.isAfter(last)) {
            weeks.add(week);
            week = week.plusWeeks(1);
        }
        return weeks;
    }

    private static void bar(StringBuilder svg, int x, LocalDate week, Map<Category, Integer> counts, int most) {
        double bottom = HEIGHT;
        for (Response response : ORDER) {
            int count = counts.entrySet().stream()
                    .filter(entry -> entry.getKey().response() == response)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            double height = (double) count / most * (HEIGHT - GAP);
            bottom -= height;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"/>",
                    x,
                    bottom,
                    BAR,
                    height,
                    COLOURS.get(response)));
        }
        svg.append("<text x=\"%d\" y=\"%d\" font-size=\"11\" text-anchor=\"middle\">%s</text>"
                .formatted(x + BAR / 2, HEIGHT + FOOT - 8, DAY.format(week)));
    }

    private static int sum(Map<Category, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
