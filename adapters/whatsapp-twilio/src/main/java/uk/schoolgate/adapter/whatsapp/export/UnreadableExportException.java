package uk.schoolgate.adapter.whatsapp.export;

/** A file is not an exported chat, or not one that can be read safely; the message says why and what to do. */
public final class UnreadableExportException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong, as far as it changes what to do. */
    enum Reason {
        NO_CHAT,
        TOO_LARGE,
        /** Another program has changed it, or it is damaged. */
        CHANGED,
        LOCKED
    }

    private final Reason reason;

    UnreadableExportException(String message) {
        this(Reason.NO_CHAT, message);
    }

    UnreadableExportException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
