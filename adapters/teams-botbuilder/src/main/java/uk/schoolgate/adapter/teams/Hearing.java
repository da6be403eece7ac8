package uk.schoolgate.adapter.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.SchoolCode;

/** Whether the bot hears what does not mention it, which takes the consent of a team's owner. */
public final class Hearing {
    private Hearing() {}

    /**
     * The day on which a message that did not mention the bot last came in from a group, in UTC.
     *
     * @param conversation the group's address
     */
    public static Optional<LocalDate> last(Notebook notebook, SchoolCode school, String conversation) {
        return new Memory(notebook, Clock.systemUTC()).heard(school, conversation);
    }
}
