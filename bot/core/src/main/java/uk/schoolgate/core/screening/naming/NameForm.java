package uk.schoolgate.core.screening.naming;

import java.util.Optional;

/** One of the ways in which a message may name a child. */
@FunctionalInterface
interface NameForm {
    /**
     * The name that starts at a word.
     *
     * @param classes numbers of the classes that the message is about; empty where unknown
     */
    Optional<Found> at(Line line, int word, int[] classes);
}
