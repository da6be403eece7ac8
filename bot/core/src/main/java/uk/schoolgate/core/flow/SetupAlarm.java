package uk.schoolgate.core.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.SchoolTime;

/**
 * Tells the school's office by e-mail that messages cannot go one of their ways until somebody mends how the bot is set up
 * on a platform: once a day for each thing to mend, however many messages meet it.
 */
final class SetupAlarm {
    private static final Duration ONCE_IN = Duration.ofDays(1);

    private final Casebook casebook;

    SetupAlarm(Casebook casebook) {
        this.casebook = casebook;
    }

    /**
     * Raises it where that has not been done today.
     *
     * @param item that met it
     * @param what there is to mend
     */
    void raise(SchoolDesk desk, Outgoing item, String what, Instant now, Commit.Builder commit) {
        String mark = "not-set-up:" + Integer.toHexString(what.hashCode());
        if (casebook.hasMark(item.school(), mark)) {
            return;
        }
        commit.mark(mark, ONCE_IN);
        commit.record(new AuditEvent(AuditEvent.BOT, "channel.not-set-up", "", what));
        String occasion = LocalDate.ofInstant(now, SchoolTime.ZONE) + "." + Integer.toHexString(what.hashCode());
        commit.send(new Outgoing.Letter(
                "set-up:" + item.id(),
                item.school(),
                new Addressee.Office(),
                desk.letters().notSetUp(what, occasion)));
    }
}
