package uk.schoolgate.adapter.teams.trust;

/** A request is turned away; the message is for our log and holds nothing of the request. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** It says nothing that proves who sent it. */
    public static final int NOT_AUTHENTICATED = 401;
    /** It proves who sent it, but not that they may. */
    public static final int NOT_ALLOWED = 403;
    /** It can't be read. */
    public static final int NOT_READABLE = 400;
    /** It is longer than anything that Teams sends. */
    public static final int TOO_LARGE = 413;
    /** We can't tell just now; the sender should try again. */
    public static final int TRY_AGAIN = 503;

    private final int status;

    public RefusedException(int status, String reason) {
        super(reason);
        this.status = status;
    }

    /** The HTTP status to answer with. */
    public int status() {
        return status;
    }
}
