package uk.schoolgate.core.policy;

/** A file has no text that can be quoted: it is empty, encrypted, a scan, broken or not what its name says. */
public final class UnreadablePolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, in words for the person who looks after the folder */
    public UnreadablePolicyException(String message) {
        super(message);
    }
}
