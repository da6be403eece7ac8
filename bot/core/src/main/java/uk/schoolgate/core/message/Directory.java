package uk.schoolgate.core.message;

import java.util.Optional;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/**
 * What a platform knows about people and chats beyond what its messages say. It may ask the platform, so it is consulted
 * when an event is worked on, never at the door. Adapter: Teams.
 */
public interface Directory {
    /** For platforms whose messages say all there is to know. */
    Directory NONE = new Directory() {
        @Override
        public Incoming recognise(Incoming incoming) {
            return incoming;
        }

        @Override
        public boolean hasOutsiders(SchoolCode school, Conversation conversation) {
            return false;
        }
    };

    /**
     * The same event with the school's own ids in the place of the platform's, for the people that the school knows.
     *
     * @throws DirectoryUnavailableException when the platform does not answer just now
     */
    Incoming recognise(Incoming incoming);

    /**
     * Whether somebody who does not belong to the school's staff may read along in a chat.
     *
     * @throws DirectoryUnavailableException when the platform does not answer just now
     */
    boolean hasOutsiders(SchoolCode school, Conversation conversation);

    /**
     * The e-mail address of somebody whom the platform has shown, for what cannot reach them there; the staff list knows
     * supply teachers and guests by none. It asks nobody.
     */
    default Optional<String> emailOf(SchoolCode school, PersonId person) {
        return Optional.empty();
    }
}
