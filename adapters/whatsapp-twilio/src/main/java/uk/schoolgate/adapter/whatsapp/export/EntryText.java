package uk.schoolgate.adapter.whatsapp.export;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry.Kind;

/** Tells words from what WhatsApp writes in their place: media, deletions, marks of edits. */
final class EntryText {
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final String EDITED = "<this message was edited>";
    private static final List<String> DELETED =
            List.of("this message was deleted", "you deleted this message", "this message was deleted by admin");
    private static final Pattern OMITTED = Pattern.compile(
            "<media omitted>|(?:image|video|audio|sticker|gif|document|contact card|video note) omitted|null");
    private static final Pattern ATTACHED =
            Pattern.compile("<attached: [^>]{1,200}>|[^\\n]{1,200}\\.[a-z0-9]{2,5} \\(file attached\\)");

    private final String text;
    private final Kind kind;
    private final boolean edited;

    private EntryText(String text, Kind kind, boolean edited) {
        this.text = text;
        this.kind = kind;
        this.edited = edited;
    }

    static EntryText of(String written) {
        String visible = INVISIBLE.matcher(written).replaceAll("").strip();
        boolean edited = visible.toLowerCase(Locale.ROOT).endsWith(EDITED);
        String text = edited
                ? visible.substring(0, visible.length() - EDITED.length()).strip()
                : visible;
        String lower = text.toLowerCase(Locale.ROOT);
        if (DELETED.stream().anyMatch(words -> lower.equals(words) || lower.equals(words + "."))) {
            return new EntryText("", Kind.DELETED, edited);
        }
        if (OMITTED.matcher(lower).matches()) {
            return new EntryText("", Kind.MEDIA, edited);
        }
        String firstLine = text.lines().findFirst().orElse("");
        if (ATTACHED.matcher(firstLine.toLowerCase(Locale.ROOT)).matches()) {
            return new EntryText(text.substring(firstLine.length()).strip(), Kind.MEDIA, edited);
        }
        return new EntryText(text, Kind.TEXT, edited);
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
