package uk.schoolgate.core.handoff;

/** Builds the HTML part of an e-mail; everything that goes in is escaped. */
final class HtmlPage {
    private final StringBuilder html =
            new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"></head>"
                    + "<body style=\"font:16px/1.5 system-ui,sans-serif;color:#1b1f24;max-width:42rem\">\n");

    HtmlPage heading(String text) {
        html.append("<h1 style=\"font-size:1.25rem\">").append(escape(text)).append("</h1>\n");
        return this;
    }

    HtmlPage part(String text) {
        html.append("<h2 style=\"font-size:1.05rem;margin:1.25rem 0 .25rem\">")
                .append(escape(text))
                .append("</h2>\n");
        return this;
    }

    HtmlPage paragraph(String text) {
        html.append("<p>").append(escape(text).replace("\n", "<br>")).append("</p>\n");
        return this;
    }

    HtmlPage fact(String label, String value) {
        html.append("<p style=\"margin:.25rem 0\"><b>")
                .append(escape(label))
                .append(":</b> ")
                .append(escape(value).replace("\n", "<br>"))
                .append("</p>\n");
        return this;
    }

    HtmlPage quote(String text, String source) {
        html.append("<blockquote style=\"margin:.75rem 0;padding:.5rem 1rem;border-left:4px solid #7a8ca3;"
                        + "background:#f4f6f8\">")
                .append(escape(text).replace("\n", "<br>"));
        if (!source.isEmpty()) {
            html.append("<br><small>").append(escape(source)).append("</small>");
        }
        html.append("</blockquote>\n");
        return this;
    }

    HtmlPage line() {
        html.append("<hr style=\"border:0;border-top:1px solid #c9d1da;margin:1rem 0\">\n");
        return this;
    }

    String done() {
        return html + "</body></html>\n";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
