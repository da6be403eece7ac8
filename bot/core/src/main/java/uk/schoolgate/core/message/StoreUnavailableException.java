package uk.schoolgate.core.message;

/** The durable store cannot be reached just now; nothing was stored, and the caller may try again. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
