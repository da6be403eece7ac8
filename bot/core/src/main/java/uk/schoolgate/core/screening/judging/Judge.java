package uk.schoolgate.core.screening.judging;

import java.util.List;

/** Says what the marked places of a text mean and what is in the text. Adapter: the adapted embedding model. */
public interface Judge {
    /**
     * Judges a message; several threads may ask at once.
     *
     * @param message the message, of any length
     * @param before what was said just before, oldest first; empty where it doesn't matter
     */
    Judgement judge(MarkedText message, List<MarkedText> before);
}
