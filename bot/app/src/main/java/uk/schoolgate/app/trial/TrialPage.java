package uk.schoolgate.app.trial;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.HtmlUtils;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** The report as a page without anything from outside: it can be kept, printed, and opened without a network. */
final class TrialPage {
    /** More than that nobody reads, and a browser gets slow. */
    private static final int MOST_MESSAGES = 2_000;

    private static final int LONGEST_TEXT = 2_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24 }
            h2 { margin-top: 2.5rem } h3 { margin: 2rem 0 .5rem; border-bottom: 1px solid #d5dbe1 } h4 { margin: 1rem 0 .25rem }
            .private { padding: .6rem 1rem; background: #fdf3dc; border-left: 4px solid #b7791f }
            table { border-collapse: collapse; font-size: .9rem } th[scope=row] { white-space: nowrap } td, th { padding: .25rem .5rem; text-align: left; border-bottom: 1px solid #d5dbe1; vertical-align: bottom }
            td.n, th.n { text-align: right } .none { color: #8b96a1 } .scroll { overflow-x: auto }
            ul { list-style: none; margin: 0; padding: 0 } li { margin-bottom: 1rem } .head, .why { color: #55626f; font-size: .9rem }
            blockquote { margin: .25rem 0; padding: .5rem 1rem; background: #f4f6f8; white-space: pre-wrap; overflow-wrap: anywhere }
            .key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0 } .key li { margin: 0 }
            .swatch { display: inline-block; width: .9em; height: .9em; margin-right: .4em; vertical-align: -.1em }
            @media print { body { margin: 0 } li { break-inside: avoid } }
            """;

    private final String chat;
    private final int messages;
    private final Map<LocalDate, Map<Category, Integer>> weeks;
    private final List<Flagged> flagged;
    private final Masking masking;
    private final Wording wording = Wording.english();

    /** @param flagged grouped by week, then by category */
    TrialPage(
            String chat,
            int messages,
            Map<LocalDate, Map<Category, Integer>> weeks,
            List<Flagged> flagged,
            Masking masking) {
        this.chat = chat;
        this.messages = messages;
        this.weeks = weeks;
        this.flagged = flagged;
        this.masking = masking;
    }

    void write(Writer out) throws IOException {
        String masked = masking.isOn() ? " Names are masked as far as they are known; look before you share it." : "";
        out.write("""
                <!doctype html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>Schoolgate trial: %s</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1>What Schoolgate would have flagged</h1>
                <p class="private"><b>Private.</b> It shows parts of people’s messages: keep it as you would keep the chat itself.%s</p>
                <p>%s: %s messages, of which %s would have been flagged.</p>
                <h2>Week by week</h2>
                %s
                <h2>By kind and week</h2>
                %s
                <h2>The messages</h2>
                """.formatted(
                        escape(masking.title(chat)),
                        STYLE,
                        masked,
                        escape(masking.title(chat)),
                        number(messages),
                        number(flagged.size()),
                        WeekChart.svg(weeks),
                        table()));
        items(out);
        out.write("</body>\n</html>\n");
    }

    private static String number(int number) {
        return String.format(Locale.UK, "%,d", number);
    }

    private String table() {
        Map<Category, Integer> totals = new TreeMap<>();
        weeks.values().forEach(week -> week.forEach((category, count) -> totals.merge(category, count, Integer::sum)));
        if (totals.isEmpty()) {
            return "<p>Nothing.</p>";
        }
        StringBuilder rows = new StringBuilder("<div class=\"scroll\"><table><tr><th scope=\"col\">Week of</th>");
        totals.keySet()
                .forEach(category -> rows.append("<th scope=\"col\" class=\"n\">")
                        .append(escape(name(category)))
                        .append("</th>"));
        rows.append("</tr>\n");
        weeks.forEach((week, counts) -> {
            rows.append("<tr><th scope=\"row\">").append(DAY.format(week)).append("</th>");
            totals.keySet().forEach(category -> rows.append(cell(counts.getOrDefault(category, 0))));
            rows.append("</tr>\n");
        });
        rows.append("<tr><th scope=\"row\">All</th>");
        totals.values()
                .forEach(total ->
                        rows.append("<th class=\"n\">").append(number(total)).append("</th>"));
        return rows.append("</tr></table></div>").toString();
    }

    private static String cell(int count) {
        return count == 0 ? "<td class=\"n none\">0</td>" : "<td class=\"n\">" + number(count) + "</td>";
    }

    private void items(Writer out) throws IOException {
        if (flagged.isEmpty()) {
            out.write("<p>None.</p>\n");
            return;
        }
        if (flagged.size() > MOST_MESSAGES) {
            out.write("<p>The first " + number(MOST_MESSAGES) + " are shown; all are in findings.jsonl.</p>\n");
        }
        Map<LocalDate, Map<Category, List<Flagged>>> groups = flagged.stream()
                .limit(MOST_MESSAGES)
                .collect(groupingBy(
                        Flagged::week,
                        LinkedHashMap::new,
                        groupingBy(Flagged::category, LinkedHashMap::new, toList())));
        for (Map.Entry<LocalDate, Map<Category, List<Flagged>>> week : groups.entrySet()) {
            out.write("<h3>Week of " + DAY.format(week.getKey()) + "</h3>\n");
            for (Map.Entry<Category, List<Flagged>> category : week.getValue().entrySet()) {
                out.write("<h4>" + escape(name(category.getKey())) + "</h4>\n<ul>\n");
                for (Flagged message : category.getValue()) {
                    out.write(item(message));
                }
                out.write("</ul>\n");
            }
        }
    }

    private String item(Flagged message) {
        String text = masking.text(message);
        StringBuilder item = new StringBuilder("<li><span class=\"head\">")
                .append(MOMENT.format(message.at()))
                .append(", ")
                .append(escape(masking.author(message.author())))
                .append("</span><blockquote dir=\"auto\">")
                .append(escape(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text))
                .append("</blockquote>");
        for (Finding finding : message.screening().findings()) {
            if (finding.category().response() != Response.NONE) {
                item.append("<div class=\"why\">").append(escape(finding.why())).append("</div>");
            }
        }
        return item.append("</li>\n").toString();
    }

    private String name(Category category) {
        return wording.say(Phrase.valueOf("CATEGORY_" + category.name()));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
