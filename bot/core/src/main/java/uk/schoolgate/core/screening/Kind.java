package uk.schoolgate.core.screening;

/** What a message may contain that a school has rules about. */
public enum Kind {
    NAMES_CHILD,
    STAFF,
    THREAT,
    HATE,
    SAFEGUARDING,
    CONTACT_DETAILS,
    PHOTO
}
