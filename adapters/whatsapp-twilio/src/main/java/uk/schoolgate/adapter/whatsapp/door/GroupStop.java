package uk.schoolgate.adapter.whatsapp.door;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;

/**
 * STOP in a hosted group. Its members see a chat with a number, in which they may well think to talk to the school alone:
 * it ends what the bot says to them, as on the private line.
 */
final class GroupStop {
    /** With nothing beside them, not even a dot: "Stop!" and "Stop please" are what parents say to one another. */
    private static final Set<String> WORDS = Set.of("stop", "stop all", "stopall", "unsubscribe");

    private final ServedSchools schools;
    private final Contacts contacts;
    private final Intake intake;

    GroupStop(ServedSchools schools, Contacts contacts, Intake intake) {
        this.schools = schools;
        this.contacts = contacts;
        this.intake = intake;
    }

    static boolean isIn(Post post) {
        return post.media().isEmpty() && WORDS.contains(post.text().strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Ends it for every school on the number, and has its author and the office told.
     *
     * @throws uk.schoolgate.core.message.StoreUnavailableException when the store cannot be reached
     */
    void take(Post post, EventId id, Instant at) {
        SenderSchool.allOf(schools, contacts, post.author(), post.school())
                .forEach(each -> contacts.stop(each, post.author()));
        contacts.owe(post.school(), post.author(), id);
        intake.accept(new Incoming.OptedOut(id, post.school(), post.chat(), post.author(), at));
    }
}
