package uk.schoolgate.adapter.teams.connector;

import java.time.Duration;
import java.util.Optional;

/** A call to the Connector did not work; the message holds nothing of what was said or to whom. */
public final class ConnectorException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Stands for a call that got no answer. */
    public static final int NO_ANSWER = 0;

    private final int status;
    private final transient Optional<Duration> retryAfter;
    private final transient Optional<String> toMend;

    ConnectorException(int status, Optional<Duration> retryAfter, String what) {
        super(what + (status == NO_ANSWER ? ": no answer" : ": status " + status));
        this.status = status;
        this.retryAfter = retryAfter;
        this.toMend = Optional.empty();
    }

    /** For a call that was not made, because Entra gives the bot no token. */
    ConnectorException(TokenRefusedException cause) {
        super(cause.getMessage());
        this.status = NO_ANSWER;
        this.retryAfter = Optional.empty();
        this.toMend = Optional.of(cause.remedy());
    }

    /** The HTTP status; {@link #NO_ANSWER} where there was none. */
    public int status() {
        return status;
    }

    /** How long the other side asked us to wait. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** What a person has to mend about the bot's registration before any call works; empty where that is not what fails. */
    public Optional<String> toMend() {
        return toMend;
    }

    /** Whether the same call may work later, if need be after somebody has mended something. */
    public boolean mayWorkLater() {
        return status == NO_ANSWER || status == 401 || status == 408 || status == 412 || status == 429 || status >= 500;
    }
}
