package uk.schoolgate.adapter.whatsapp.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the author's name from what they wrote. A name may hold a colon itself ("Ann: Year 4 rep"): where everything that
 * somebody seems to write starts with the same words and a colon, those words belong to the name.
 */
final class Authors {
    private static final int LONGEST_NAME = 80;
    private static final int MOST_NAMES = 5_000;
    /** Fewer messages that all start alike may be chance. */
    private static final int ENOUGH = 3;

    private static final String NAMELESS = "(no name)";

    private final Map<String, Starts> starts = new HashMap<>();

    /** How the messages of one name start. */
    private static final class Starts {
        private Optional<String> common;
        private int entries;

        Starts(Optional<String> first) {
            this.common = first;
        }
    }

    /**
     * An author and what they wrote.
     *
     * @param name without marks and without the tilde of people who are not in the phone's address book
     * @param text with its marks
     */
    record Said(String name, String text) {}

    /** Takes note of what stands behind a header. */
    void observe(String rest) {
        split(rest).ifPresent(said -> {
            Optional<String> start = lead(said.text());
            Starts known = starts.get(said.name());
            if (known == null && starts.size() < MOST_NAMES) {
                known = new Starts(start);
                starts.put(said.name(), known);
            }
            if (known != null) {
                known.common =
                        known.common.filter(it -> start.filter(it::equals).isPresent());
                known.entries++;
            }
        });
    }

    /** Who wrote an entry; empty for a line of WhatsApp itself. */
    Optional<Said> of(String rest) {
        return split(rest).map(this::withColonInName);
    }

    private Said withColonInName(Said said) {
        Starts known = starts.get(said.name());
        return known == null || known.entries < ENOUGH
                ? said
                : known.common
                        .filter(common ->
                                lead(said.text()).filter(common::equals).isPresent())
                        .map(common -> new Said(said.name() + ": " + common, behind(said.text(), colon(said.text()))))
                        .orElse(said);
    }

    private static Optional<Said> split(String rest) {
        return lead(rest).map(Authors::name).map(name -> new Said(name, behind(rest, colon(rest))));
    }

    /** What stands in front of the first colon, if it may be a name. */
    private static Optional<String> lead(String text) {
        int colon = colon(text);
        return colon < 0
                ? Optional.empty()
                : Optional.of(Marks.plain(text.substring(0, colon)).strip())
                        .filter(name -> name.length() <= LONGEST_NAME && name.indexOf('\n') < 0)
                        .filter(name -> !OwnWords.isSystemLine(name) && !endsInQuotation(name));
    }

    /** The first colon with a blank or the end of the line behind it. */
    private static int colon(String text) {
        for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
            boolean last = at + 1 == text.length();
            if (last || " \u00A0\u202F\n".indexOf(text.charAt(at + 1)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static String behind(String text, int colon) {
        return text.substring(Math.min(text.length(), colon + 2));
    }

    /** The subject of a group may hold a colon; it stands in quotation marks. */
    private static boolean endsInQuotation(String lead) {
        long straight = lead.chars().filter(c -> c == '"').count();
        return straight % 2 == 1
                || isLeftOpen(lead, '“', '”')
                || isLeftOpen(lead, '„', '“')
                || isLeftOpen(lead, '«', '»');
    }

    private static boolean isLeftOpen(String lead, char open, char close) {
        int last = lead.lastIndexOf(open);
        return last >= 0 && lead.indexOf(close, last + 1) < 0 && (open != '“' || lead.indexOf('„') < 0);
    }

    private static String name(String lead) {
        String name = lead.startsWith("~") ? lead.substring(1).strip() : lead;
        return name.isEmpty() ? NAMELESS : name;
    }
}
