package uk.schoolgate.core.flow;

import java.time.Duration;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.wording.Titles;

/**
 * The bot was taken out of a group: a group that looks watched and is not would deceive everybody, so the school's office is
 * told by e-mail.
 */
final class Departures {
    /** A platform tells of one removal in more than one way. */
    private static final Duration ONCE_IN = Duration.ofHours(1);

    private final Casebook casebook;

    Departures(Casebook casebook) {
        this.casebook = casebook;
    }

    Commit handle(SchoolDesk desk, Incoming.Left left) {
        Commit.Builder commit = new Commit.Builder(left.school());
        String group = Integer.toHexString(left.orderingKey().hashCode());
        String mark = "left:" + group;
        if (!casebook.hasMark(left.school(), mark)) {
            commit.mark(mark, ONCE_IN);
            Optional<String> name =
                    MessageDesk.groupOf(desk, left.conversation()).map(Group::name);
            commit.record(new AuditEvent(AuditEvent.BOT, "group.left", "", name.orElse("not listed")));
            String occasion = group + "." + left.at().toEpochMilli();
            commit.send(new Outgoing.Letter(
                    OutgoingIds.alarm("left:" + occasion),
                    left.school(),
                    new Addressee.Office(),
                    desk.letters().leftGroup(name, Titles.moment(desk.wording(), left.at()), occasion)));
        }
        return commit.build();
    }
}
