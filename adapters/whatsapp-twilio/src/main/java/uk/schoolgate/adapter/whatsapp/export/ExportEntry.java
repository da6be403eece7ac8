package uk.schoolgate.adapter.whatsapp.export;

import java.time.LocalDateTime;

/**
 * One entry of an exported chat.
 *
 * @param at local time of the phone that exported it
 * @param author as the phone shows them: a name of its address book, or a number; empty for a line of WhatsApp itself
 * @param text what was written, lines joined by line breaks, without the marks that WhatsApp adds
 * @param kind what sort of entry it is
 * @param edited whether WhatsApp says that it was edited
 */
public record ExportEntry(LocalDateTime at, String author, String text, Kind kind, boolean edited) {
    /** What sort of entry it is. */
    public enum Kind {
        /** Words that somebody wrote. */
        TEXT,
        /** A picture, film, sound or document, with or without a caption; the text is the caption. */
        MEDIA,
        /** Something that its author deleted. */
        DELETED,
        /** WhatsApp's own line: somebody joined, the subject changed. */
        SYSTEM
    }
}
