package uk.schoolgate.core.message;

/** A platform does not say who is who just now; the caller may try again. */
public final class DirectoryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message without names */
    public DirectoryUnavailableException(String message) {
        super(message);
    }
}
