package uk.schoolgate.core.flow;

import java.util.Optional;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.Outgoing;

/** The ids of outgoing items whose fate matters to somebody. */
final class OutgoingIds {
    private static final String INCIDENT = "incident:";
    private static final String URGENT = "urgent:";

    private static final String ALARM = "trouble:";

    private OutgoingIds() {}

    /** The id of a word that something did not get done. */
    static String alarm(String occasion) {
        return ALARM + occasion;
    }

    /** Whether an item says that something did not get done: when it is lost too, that is noted, and raises no other. */
    static boolean isAlarm(Outgoing item) {
        return item.id().startsWith(ALARM);
    }

    static String incident(Reference reference) {
        return INCIDENT + reference.value();
    }

    /** The id of a word to somebody about an incident. */
    static String about(Reference reference, String what) {
        return "about:" + reference.value() + ":" + what;
    }

    /** The id of an urgent word to a named contact. */
    static String urgent(ConcernId concern, String occasion) {
        return URGENT + concern.value() + ":" + occasion;
    }

    /** The incident that an item carries to the complaints inbox, if it is one. */
    static Optional<Reference> incidentOf(Outgoing item) {
        return item.id().startsWith(INCIDENT)
                ? Optional.of(new Reference(item.id().substring(INCIDENT.length())))
                : Optional.empty();
    }

    /** The concern of which an item tells a named contact, if it does. */
    static Optional<ConcernId> urgentOf(Outgoing item) {
        if (!item.id().startsWith(URGENT)) {
            return Optional.empty();
        }
        int end = item.id().indexOf(':', URGENT.length());
        return Optional.of(new ConcernId(item.id().substring(URGENT.length(), end)));
    }
}
