package uk.schoolgate.app.trial;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Response;

/** Bars for every week, stacked by how strongly Schoolgate would have responded, with a scale and a key. */
final class WeekChart {
    private static final int BAR = 22;
    private static final int STEP = 30;
    private static final int LEFT = 44;
    private static final int TOP = 12;
    private static final int HEIGHT = 160;
    private static final int FOOT = 26;
    /** Weeks whose labels would run into each other are labelled less often. */
    private static final int LABEL_EVERY = 2;

    /** About three years; a phone with a wrong clock must not make the picture endless. */
    private static final int MOST_WEEKS = 160;

    private static final Map<Response, String> COLOURS =
            Map.of(Response.NUDGE, "#7aa5cf", Response.REVIEW, "#d98e32", Response.URGENT, "#b3382c");
    private static final Map<Response, String> NAMES =
            Map.of(Response.NUDGE, "a private word", Response.REVIEW, "a review", Response.URGENT, "urgent");
    private static final List<Response> ORDER = List.of(Response.NUDGE, Response.REVIEW, Response.URGENT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private WeekChart() {}

    static String svg(Map<LocalDate, Map<Category, Integer>> counted) {
        int most = counted.values().stream().mapToInt(WeekChart::sum).max().orElse(0);
        if (most == 0) {
            return "<p>Nothing to show.</p>";
        }
        List<LocalDate> weeks = allWeeks(counted);
        int top = (int) roundUp(most);
        int width = LEFT + weeks.size() * STEP + STEP;
        StringBuilder svg = new StringBuilder("<div class=\"scroll\"><svg role=\"img\" width=\"%d\" height=\"%d\">"
                .formatted(width, TOP + HEIGHT + FOOT));
        svg.append(
                "<title>Findings a week, from %s to %s; at most %d in a week. The table below has the numbers.</title>"
                        .formatted(YEAR.format(weeks.getFirst()), YEAR.format(weeks.getLast()), most));
        scale(svg, top, width);
        for (int i = 0; i < weeks.size(); i++) {
            bar(svg, LEFT + i * STEP, weeks.get(i), counted.getOrDefault(weeks.get(i), Map.of()), top);
            if (i % LABEL_EVERY == 0) {
                svg.append("<text x=\"%d\" y=\"%d\" font-size=\"11\" text-anchor=\"middle\">%s</text>"
                        .formatted(LEFT + i * STEP + BAR / 2, TOP + HEIGHT + FOOT - 8, DAY.format(weeks.get(i))));
            }
        }
        String cut = weeks.size() == MOST_WEEKS ? "<p>The last " + MOST_WEEKS + " weeks; the table has all.</p>" : "";
        return svg.append("</svg></div>").append(key()).append(cut).toString();
    }

    private static String key() {
        StringBuilder key = new StringBuilder("<ul class=\"key\">");
        ORDER.forEach(response -> key.append("<li><span class=\"swatch\" style=\"background: %s\"></span>%s</li>"
                .formatted(COLOURS.get(response), NAMES.get(response))));
        return key.append("</ul>").toString();
    }

    /** A round number that is not smaller: 1, 2, 5, 10, 20… */
    private static long roundUp(int number) {
        long step = 1;
        while (true) {
            for (long round : new long[] {step, 2 * step, 5 * step}) {
                if (round >= number) {
                    return round;
                }
            }
            step *= 10;
        }
    }

    private static void scale(StringBuilder svg, int top, int width) {
        for (int value : top == 1 ? new int[] {0, 1} : new int[] {0, top / 2, top}) {
            double y = y(value, top);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d5dbe1\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" font-size=\"11\" text-anchor=\"end\">%d</text>",
                    LEFT - 6,
                    width,
                    y,
                    y,
                    LEFT - 10,
                    y + 4,
                    value));
        }
    }

    private static double y(double value, int top) {
        return TOP + HEIGHT - value / top * HEIGHT;
    }

    /** The last weeks; those without a finding are part of the picture. */
    private static List<LocalDate> allWeeks(Map<LocalDate, Map<Category, Integer>> counted) {
        List<LocalDate> weeks = new ArrayList<>();
        LocalDate last = counted.keySet().stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
        LocalDate week = counted.keySet().stream().min(LocalDate::compareTo).orElse(LocalDate.MAX);
        while (!week.isAfter(last)) {
            weeks.add(week);
            week = week.plusWeeks(1);
        }
        return weeks.subList(Math.max(0, weeks.size() - MOST_WEEKS), weeks.size());
    }

    private static void bar(StringBuilder svg, int x, LocalDate week, Map<Category, Integer> counts, int top) {
        int below = 0;
        for (Response response : ORDER) {
            int count = counts.entrySet().stream()
                    .filter(entry -> entry.getKey().response() == response)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (count > 0) {
                double upper = y(below + count, top);
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"><title>Week of %s, %s: %d</title></rect>",
                        x,
                        upper,
                        BAR,
                        y(below, top) - upper,
                        COLOURS.get(response),
                        YEAR.format(week),
                        NAMES.get(response),
                        count));
            }
            below += count;
        }
    }

    private static int sum(Map<Category, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
