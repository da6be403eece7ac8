package uk.schoolgate.core.screening;

/** How far a finding goes, for the kinds that have degrees. */
public enum Degree {
    /** NAMES_CHILD: only the author's own child, by first name. */
    OWN,
    /** NAMES_CHILD: another family's child, first name or nickname, harmless. */
    PASSING,
    /** NAMES_CHILD: a full name, or a first name with what lets a stranger find the child. */
    IDENTIFYING,
    /** NAMES_CHILD: any kind of name with behaviour, health, family trouble and the like. */
    SENSITIVE,
    /** STAFF: dissatisfaction, decently put. */
    COMPLAINT,
    /** STAFF: insult, mockery, malice. */
    ATTACK,
    /** STAFF: says that somebody did something seriously wrong. */
    ALLEGATION
}
