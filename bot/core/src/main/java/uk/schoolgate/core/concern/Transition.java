package uk.schoolgate.core.concern;

import java.util.List;

/** What an event does to a concern. */
public sealed interface Transition {
    /**
     * It happened.
     *
     * @param concern the concern after it; the same one where nothing about it changed
     * @param effects what has to follow
     */
    record Moved(Concern concern, List<Effect> effects) implements Transition {
        public Moved {
            effects = List.copyOf(effects);
        }
    }

    /** It may not happen; nothing changed. */
    record Refused(Reason reason) implements Transition {}

    /** Why an event was refused. */
    enum Reason {
        /** This person has no say in this concern. */
        NOT_YOURS,
        /** The concern is closed. */
        ALREADY_CLOSED,
        /** They are sure of something that they were not asked, or that has changed since. */
        NOT_ASKED_IF_SURE
    }
}
