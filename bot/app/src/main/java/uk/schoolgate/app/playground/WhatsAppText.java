package uk.schoolgate.app.playground;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.app.playground.Bubble.Part;

/**
 * A text as WhatsApp shows it: a first line in stars is a heading, lines after {@code >} are a quote, and a line after a
 * dash under it is where the quote stands.
 */
record WhatsAppText(String title, List<Part> parts) {
    private static final String QUOTE = "> ";
    private static final String SOURCE = "— ";

    static WhatsAppText read(String text) {
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        String first = text.substring(0, end);
        boolean heading = first.length() > 2 && first.startsWith("*") && first.endsWith("*");
        String body = heading ? text.substring(end).strip() : text;
        return new WhatsAppText(heading ? first.substring(1, first.length() - 1) : "", parts(body));
    }

    private static List<Part> parts(String body) {
        List<Part> parts = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean quoting = false;
        for (String line : body.split("\n", -1)) {
            boolean quoted = line.startsWith(QUOTE);
            if (quoting && line.startsWith(SOURCE)) {
                add(parts, lines, true, line.substring(SOURCE.length()));
                quoting = false;
                continue;
            }
            if (quoted != quoting) {
                add(parts, lines, quoting, "");
                quoting = quoted;
            }
            lines.add(quoted ? line.substring(QUOTE.length()) : line);
        }
        add(parts, lines, quoting, "");
        return parts;
    }

    private static void add(List<Part> parts, List<String> lines, boolean quote, String source) {
        String text = String.join("\n", lines).strip();
        if (!text.isEmpty()) {
            parts.add(new Part(text, quote, source));
        }
        lines.clear();
    }

    /** A bubble with this text in place of its own. */
    Bubble onto(Bubble bubble) {
        return new Bubble(
                bubble.id(),
                bubble.school(),
                bubble.conversation(),
                bubble.author(),
                bubble.at(),
                title,
                parts,
                bubble.buttons(),
                bubble.photo());
    }
}
