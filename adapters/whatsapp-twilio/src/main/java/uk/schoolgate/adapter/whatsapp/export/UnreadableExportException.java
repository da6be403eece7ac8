package uk.schoolgate.adapter.whatsapp.export;

/** A file is not an exported chat, or not one that can be read safely; the message says why and what to do. */
public final class UnreadableExportException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableExportException(String message) {
        super(message);
    }
}
