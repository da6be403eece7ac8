package uk.schoolgate.core.screening.naming;

/** How near what was written comes to a name of the roll, nearest first. */
public enum Likeness {
    /** The name itself, in any case and with or without its accents, hyphens and apostrophes. */
    EXACT,
    /** A short or pet form that many people use. */
    NICKNAME,
    /** The name behind stars, digits, gaps or repeated letters. */
    DISGUISED,
    /** A typing error, or another spelling of the same sound. */
    RESPELT,
    /** A short form of somebody's own making, known by how the name begins. */
    GUESSED,
    /** A first name that nobody on the roll bears. */
    UNKNOWN
}
