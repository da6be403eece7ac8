package uk.schoolgate.core.screening.judging;

/** What a message as a whole may be or hold. */
public enum Signal {
    COMPLAINT,
    ATTACK,
    ALLEGATION,
    THREAT,
    HATE,
    SAFEGUARDING
}
