package uk.schoolgate.adapter.teams.connector;

import java.time.Duration;

/** A call was not made, because it would have gone over Teams' published rates. */
public final class TooFastException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    TooFastException(Duration pause) {
        super("keeping to Teams' rate");
        this.pause = pause;
    }

    /** After which the call may be made. */
    public Duration pause() {
        return pause;
    }
}
