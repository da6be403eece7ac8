package uk.schoolgate.adapter.whatsapp.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry.Kind;

/** Tells words from what WhatsApp writes in their place: media, deletions, marks of edits, lines about the chat. */
final class EntryText {
    private static final Pattern EDITED = Pattern.compile(
            "[\\u200E ]*<this message was edited>\\s*$|\\u200E<[^<>\\n:]{5,60}>\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern POLL = Pattern.compile("\\u200E?POLL:", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTACHED_AT_END = Pattern.compile("\\s\\u200E?<[^<>\\n]{1,20}: ?[^<>\\n]{1,250}>$");

    private final String text;
    private final Kind kind;
    private final boolean edited;

    private EntryText(String text, Kind kind, boolean edited) {
        this.text = text;
        this.kind = kind;
        this.edited = edited;
    }

    /**
     * @param written with its marks
     * @param author who seems to have written it
     * @param bracketed whether an iPhone wrote it, which marks all that WhatsApp itself writes
     */
    static EntryText of(String written, String author, boolean bracketed) {
        String text = written.strip();
        Matcher mark = EDITED.matcher(text);
        boolean edited = mark.find() && mark.start() > 0;
        return read(edited ? text.substring(0, mark.start()) : text, author, bracketed, edited);
    }

    private static EntryText read(String marked, String author, boolean bracketed, boolean edited) {
        String text = Marks.strip(marked).strip();
        if (OwnWords.isDeleted(text)) {
            return new EntryText("", Kind.DELETED, edited);
        }
        boolean own = !marked.isEmpty() && marked.charAt(0) == Marks.OWN_WORDS;
        if (OwnWords.isMedia(text, own)) {
            return new EntryText("", Kind.MEDIA, edited);
        }
        String firstLine = text.lines().findFirst().orElse("");
        if (!firstLine.equals(text) && !firstLine.equals("null") && OwnWords.isMedia(firstLine, own)) {
            return new EntryText(text.substring(firstLine.length()).strip(), Kind.MEDIA, edited);
        }
        int behindWords = startOfMediaAtEnd(marked);
        if (behindWords > 0) {
            return new EntryText(Marks.strip(marked.substring(0, behindWords)).strip(), Kind.MEDIA, edited);
        }
        boolean line = (own && bracketed && isOneLine(marked)) || OwnWords.isAboutTheChat(text, author);
        return new EntryText(text, line ? Kind.SYSTEM : Kind.TEXT, edited);
    }

    /** An iPhone puts words in front of the picture that they belong to. */
    private static int startOfMediaAtEnd(String marked) {
        Matcher attached = ATTACHED_AT_END.matcher(marked);
        if (attached.find() && OwnWords.isMedia(Marks.strip(marked.substring(attached.start())), false)) {
            return attached.start();
        }
        int mark = marked.lastIndexOf(Marks.OWN_WORDS);
        return mark > 0 && OwnWords.isMedia(Marks.strip(marked.substring(mark)), true) ? mark : -1;
    }

    /** A poll is marked as WhatsApp's own, but asks in somebody's words. */
    private static boolean isOneLine(String marked) {
        return marked.indexOf('\n') < 0 && !POLL.matcher(marked).lookingAt();
    }

    String text() {
        return text;
    }

    Kind kind() {
        return kind;
    }

    boolean edited() {
        return edited;
    }
}
