package uk.schoolgate.core.flow;

import java.util.Optional;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.Outgoing;

/** The ids of outgoing items that somebody waits to hear about. */
final class OutgoingIds {
    private static final String INCIDENT = "incident:";

    private OutgoingIds() {}

    static String incident(Reference reference) {
        return INCIDENT + reference.value();
    }

    /** The id of a word to somebody about an incident. */
    static String about(Reference reference, String what) {
        return "about:" + reference.value() + ":" + what;
    }

    /** The incident that an item carries to the complaints inbox, if it is one. */
    static Optional<Reference> incidentOf(Outgoing item) {
        return item.id().startsWith(INCIDENT)
                ? Optional.of(new Reference(item.id().substring(INCIDENT.length())))
                : Optional.empty();
    }
}
