package uk.schoolgate.app.command;

/** A command cannot do its work; the message is all that the person sees, and says what to do. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailedException(String message) {
        super(message);
    }
}
