package uk.schoolgate.core.screening.judging;

/** What a marked place says about a child. */
public enum ChildSense {
    /** No child of a school is meant. */
    NONE,
    OWN,
    PASSING,
    IDENTIFYING,
    SENSITIVE
}
