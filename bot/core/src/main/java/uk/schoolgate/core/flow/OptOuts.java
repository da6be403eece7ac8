package uk.schoolgate.core.flow;

import java.time.Duration;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;

/**
 * Somebody asked in a group to get no more messages: they hear, once, what that ended and what it could not end, and the
 * school's office is asked by e-mail to take them out of the group.
 */
final class OptOuts {
    /** A platform may tell of one request in more than one way, and some send it twice. */
    private static final Duration ONCE_IN = Duration.ofHours(1);

    private final Casebook casebook;
    private final EffectWriter effects;

    OptOuts(Casebook casebook, EffectWriter effects) {
        this.casebook = casebook;
        this.effects = effects;
    }

    Commit handle(SchoolDesk desk, Incoming.OptedOut optedOut) {
        Commit.Builder commit = new Commit.Builder(optedOut.school());
        String person = effects.pseudonym(desk, optedOut.by().value());
        String group = Integer.toHexString(optedOut.orderingKey().hashCode());
        String mark = "opted-out:" + group + ":" + person;
        if (!casebook.hasMark(optedOut.school(), mark)) {
            commit.mark(mark, ONCE_IN);
            String name = MessageDesk.groupOf(desk, optedOut.conversation())
                    .map(Group::name)
                    .orElse("-");
            commit.record(new AuditEvent(person, "group.opted-out", "", name));
            tellPerson(desk, optedOut, name, commit);
            String occasion = group + "." + optedOut.at().toEpochMilli();
            commit.send(new Outgoing.Letter(
                    optedOut.id().value() + "/mail",
                    optedOut.school(),
                    new Addressee.Office(),
                    desk.letters()
                            .optedOut(optedOut.by(), name, Titles.moment(desk.wording(), optedOut.at()), occasion)));
        }
        return commit.build();
    }

    private void tellPerson(SchoolDesk desk, Incoming.OptedOut optedOut, String group, Commit.Builder commit) {
        Content words = Content.ofText(
                effects.deskOf(desk, optedOut.by()).wording().say(Phrase.LINE_STOPPED_IN_GROUP, "group", group));
        EffectWriter.say(commit, optedOut, EffectWriter.chatOf(optedOut.by()), words);
    }
}
