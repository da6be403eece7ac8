package uk.schoolgate.core.school;

/** How far Schoolgate may go in a school. */
public enum Mode {
    /** Records what it would have done and tells nobody. */
    SHADOW,
    /** Tells authors and reviewers after a message has been posted. */
    WATCH,
    /** In hosted groups, keeps back a message that needs review until its author has looked at it again. */
    HOLD
}
