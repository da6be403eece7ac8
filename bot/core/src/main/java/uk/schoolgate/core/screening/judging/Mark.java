package uk.schoolgate.core.screening.judging;

/** What stands at a marked place of a text that is judged, in place of a name or before a word that may be one. */
public enum Mark {
    /** A child of the group, by first name. */
    CHILD(Shown.MARK),
    /** The author's own child, by first name. */
    OWN_CHILD(Shown.MARK),
    /** A child by full name. */
    CHILD_FULL_NAME(Shown.MARK),
    /** A child by surname. */
    CHILD_SURNAME(Shown.MARK),
    /** A child by initials. */
    CHILD_INITIALS(Shown.MARK),
    /** A child by its family. */
    CHILD_KINSHIP(Shown.MARK),
    /** A child by a name behind stars, digits or gaps. */
    CHILD_DISGUISED(Shown.MARK),
    /** The first name of a child of the school who is not of the group's classes. */
    CHILD_ELSEWHERE(Shown.MARK_AND_WORDS),
    /** A word that is also the name of a child, in small letters. */
    WORD_OR_CHILD(Shown.MARK_AND_WORDS),
    /** A word that is also the name of a child, with a capital. */
    CAPITAL_WORD_OR_CHILD(Shown.MARK_AND_WORDS),
    /** What may be the name of the author's own child. */
    WORD_OR_OWN_CHILD(Shown.MARK_AND_WORDS),
    /** What may be a misspelt or shortened name of a child. */
    RESPELT_CHILD(Shown.MARK_AND_WORDS),
    /** The name of a child that is part of a longer name, such as a celebrity's or a road's. */
    CHILD_IN_LONGER_NAME(Shown.MARK_AND_WORDS),
    /** A first name that nobody on the roll bears. */
    UNKNOWN_FIRST_NAME(Shown.MARK_AND_WORDS),
    /** A full name that nobody on the roll bears. */
    UNKNOWN_FULL_NAME(Shown.MARK_AND_WORDS),
    /** A member of staff by name. */
    STAFF(Shown.TITLE_AND_MARK),
    /** A member of staff by first name, which may be somebody else's. */
    STAFF_FIRST_NAME(Shown.MARK_AND_WORDS),
    /** A title and a surname that is nobody's on the roll. */
    STAFF_UNLISTED(Shown.MARK_AND_WORDS),
    /** A member of staff by what they do. */
    STAFF_ROLE(Shown.MARK_AND_WORDS),
    /** A phone number, an address or an e-mail address. */
    CONTACT(Shown.MARK),
    /** A web address. */
    LINK(Shown.MARK);

    /** How a marked place is shown to the model. */
    enum Shown {
        MARK,
        TITLE_AND_MARK,
        MARK_AND_WORDS
    }

    private final Shown shown;

    Mark(Shown shown) {
        this.shown = shown;
    }

    Shown shown() {
        return shown;
    }

    /** Whether a child may stand there. */
    public boolean isChild() {
        return compareTo(STAFF) < 0;
    }
}
