package uk.schoolgate.adapter.whatsapp.export;

/** The marks of writing direction that phones scatter over their exports. They have no width and no meaning in a date or a name. */
final class Marks {
    /** Stands in front of what WhatsApp itself writes: system lines, media, the mark of an edit. */
    static final char OWN_WORDS = '\u200E';

    private Marks() {}

    static boolean isMark(char c) {
        return c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || c == '\uFEFF'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }

    /** The text without marks. */
    static String strip(String text) {
        int at = 0;
        while (at < text.length() && !isMark(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length()).append(text, 0, at);
        for (; at < text.length(); at++) {
            if (!isMark(text.charAt(at))) {
                visible.append(text.charAt(at));
            }
        }
        return visible.toString();
    }

    /** Without marks, and with every kind of blank as an ordinary one; as many characters as {@link #strip} leaves. */
    static String plain(String text) {
        return strip(text)
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace('\u2007', ' ')
                .replace('\u2009', ' ');
    }

    /** Where in a text with marks that many visible characters have passed. */
    static int indexAfter(String text, int visible) {
        int at = 0;
        for (int seen = 0; seen < visible; at++) {
            if (!isMark(text.charAt(at))) {
                seen++;
            }
        }
        return at;
    }
}
