package uk.schoolgate.core.screening;

/** What follows from a finding, weakest first: of several the strongest wins. */
public enum Response {
    NONE,
    /** A private word to the author; nothing is kept. */
    NUDGE,
    /** A concern: private notice to the author, card to the reviewers. */
    REVIEW,
    /** A concern that goes straight to the named contact. */
    URGENT
}
