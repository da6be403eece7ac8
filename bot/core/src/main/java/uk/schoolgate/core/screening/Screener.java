package uk.schoolgate.core.screening;

/** Says what of a school's concern is in a message: who is named, about what, and whether staff are attacked. */
public interface Screener {
    /** Screens one message. Never throws for any text; safe to call from several threads. */
    Screening screen(ScreeningInput input);

    /**
     * The text of a message without names: a word in brackets stands for every child, member of staff and contact detail
     * that may be in it. It takes out too much rather than too little.
     */
    String masked(ScreeningInput input);
}
