package uk.schoolgate.adapter.whatsapp.sending;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;

/** The bot's words as WhatsApp shows them. */
final class MessageText {
    /** The most that one message may hold: 21617 is the answer to more. */
    static final int LONGEST = 1600;

    private static final String QUOTE = "> ";

    private MessageText() {}

    /** Title in bold, quotes as quotes. */
    static String of(Content content) {
        List<String> parts = new ArrayList<>();
        if (!content.title().isEmpty()) {
            parts.add("*" + content.title() + "*");
        }
        for (Block block : content.blocks()) {
            parts.add(
                    switch (block) {
                        case Block.Text(String text) -> text;
                        case Block.Quote(String text, String source) ->
                            QUOTE + text.replace("\n", "\n" + QUOTE) + (source.isEmpty() ? "" : "\n— " + source);
                    });
        }
        return String.join("\n\n", parts);
    }

    /**
     * The text in pieces of at most so many characters, cut after a sentence where there is one, never inside a character.
     * What goes on with a quote is marked as one: it must not be taken for the bot's own words.
     */
    static List<String> split(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > longest) {
            int cut = cut(rest, longest);
            pieces.add(rest.substring(0, cut).stripTrailing());
            String behind = rest.substring(cut).stripLeading();
            rest = isInQuote(rest, cut) ? QUOTE + behind : behind;
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static boolean isInQuote(String text, int cut) {
        int start = text.lastIndexOf('\n', cut - 1) + 1;
        int end = text.indexOf('\n', cut);
        boolean goesOn = !text.substring(cut, end < 0 ? text.length() : end).isBlank();
        return start < cut && goesOn && text.startsWith(QUOTE, start);
    }

    private static int cut(String text, int longest) {
        int sentence = lastBoundary(BreakIterator.getSentenceInstance(Locale.UK), text, longest);
        if (sentence > 0) {
            return sentence;
        }
        int word = text.lastIndexOf(' ', longest);
        return word >= QUOTE.length()
                ? word
                : lastBoundary(BreakIterator.getCharacterInstance(Locale.UK), text, longest);
    }

    /** Counted from the start: asked for the one before a place, Java's iterator now and then parts a sentence from its dot. */
    private static int lastBoundary(BreakIterator boundaries, String text, int longest) {
        boundaries.setText(text);
        int last = 0;
        int boundary = boundaries.first();
        while (boundary != BreakIterator.DONE && boundary <= longest) {
            last = boundary;
            boundary = boundaries.next();
        }
        return last;
    }
}
