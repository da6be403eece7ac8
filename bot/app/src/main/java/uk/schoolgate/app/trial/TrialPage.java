package uk.schoolgate.app.trial;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final String chat;
    private final int messages;
    private final Map<LocalDate, Map<Category, Integer>> weeks;
    private final List<Flagged> flagged;
    private final Masking masking;
    private final Wording wording = Wording.english();

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

    String html() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Schoolgate trial: %s</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24 }
                table { border-collapse: collapse } td, th { padding: .25rem .75rem; text-align: left; border-bottom: 1px solid #d5dbe1 }
                td.n, th.n { text-align: right } blockquote { margin: .5rem 0; padding: .5rem 1rem; background: #f4f6f8; white-space: pre-wrap }
                li { margin-bottom: 1rem } .scroll { overflow-x: auto }
                </style>
                </head>
                <body>
                <h1>What Schoolgate would have flagged</h1>
                <p><b>Private.</b> It shows parts of people’s messages: keep it as you would keep the chat itself.</p>
                <p>%s: %d messages, of which %d would have been flagged.</p>
                <h2>Week by week</h2>
                %s
                <h2>By kind and week</h2>
                %s
                <h2>The messages</h2>
                <ol>
                %s</ol>
                </body>
                </html>
                """.formatted(
                        escape(chat), escape(chat), messages, flagged.size(), WeekChart.svg(weeks), table(), items());
    }

    private String table() {
        Map<Category, Integer> totals = new TreeMap<>();
        weeks.values().forEach(week -> week.forEach((category, count) -> totals.merge(category, count, Integer::sum)));
        if (totals.isEmpty()) {
            return "<p>Nothing.</p>";
        }
        StringBuilder rows = new StringBuilder("<div class=\"scroll\"><table><tr><th>Week of</th>");
        totals.keySet()
                .forEach(category -> rows.append("<th class=\"n\">")
                        .append(escape(name(category)))
                        .append("</th>"));
        rows.append("</tr>\n");
        weeks.forEach((week, counts) -> {
            rows.append("<tr><td>").append(DAY.format(week)).append("</td>");
            totals.keySet()
                    .forEach(category -> rows.append("<td class=\"n\">")
                            .append(counts.getOrDefault(category, 0))
                            .append("</td>"));
            rows.append("</tr>\n");
        });
        rows.append("<tr><th>All</th>");
        totals.values()
                .forEach(total -> rows.append("<th class=\"n\">").append(total).append("</th>"));
        return rows.append("</tr></table></div>").toString();
    }

    private String items() {
        StringBuilder items = new StringBuilder();
        for (Flagged message : flagged) {
            items.append("<li>")
                    .append(MOMENT.format(message.at()))
                    .append(", ")
                    .append(escape(masking.author(message.author())))
                    .append("<blockquote>")
                    .append(escape(masking.text(message)))
                    .append("</blockquote>");
            for (Finding finding : message.screening().findings()) {
                if (finding.category().response() != Response.NONE) {
                    items.append("<b>")
                            .append(escape(name(finding.category())))
                            .append(":</b> ")
                            .append(escape(finding.why()))
                            .append("<br>");
                }
            }
            items.append("</li>\n");
        }
        return items.toString();
    }

    private String name(Category category) {
        return wording.say(Phrase.valueOf("CATEGORY_" + category.name()));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
