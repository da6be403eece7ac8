package uk.schoolgate.core.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.wording.Phrase;

/**
 * Handles what was not passed on to a group on hold. Only its author hears of it, and may say it in another way or
 * insist; what is urgent reaches its contact although the group never sees it.
 */
public final class HoldDesk {
    private final ResponseDesk responses;
    private final EffectWriter effects;

    HoldDesk(ResponseDesk responses, EffectWriter effects) {
        this.responses = responses;
        this.effects = effects;
    }

    /**
     * What decides at the door whether a message is passed on: as strong a response as it calls for. It answers within
     * milliseconds once the schools are ready, and waits until they are.
     */
    public static Function<Incoming.Message, Response> judge(Schools schools) {
        return message -> schools.desk(message.school())
                .map(desk -> screen(desk, message, MessageDesk.groupOf(desk, message.conversation()))
                        .response())
                .orElse(Response.NONE);
    }

    private static Screening screen(SchoolDesk desk, Incoming.Message message, Optional<Group> group) {
        return desk.screener()
                .screen(new ScreeningInput(
                        message.text(),
                        message.author(),
                        group.map(Group::classes).orElse(Set.of()),
                        message.media(),
                        List.of()));
    }

    /** What follows from a held message. */
    Commit handle(SchoolDesk desk, Incoming.Held held) {
        Incoming.Message message = held.asMessage();
        Optional<Group> group = MessageDesk.groupOf(desk, message.conversation());
        Screening screening = screen(desk, message, group);
        ConcernId id = ConcernId.of(message.school(), message.id());
        ResponseDesk.Screened screened = new ResponseDesk.Screened(message, id, group, screening);
        Commit.Builder commit = new Commit.Builder(held.school());
        if (screening.response() == Response.URGENT) {
            responses.respond(desk, screened, held, commit);
        }
        if (!isForNobody(desk, screened)) {
            SchoolDesk own = effects.deskOf(desk, held.author());
            EffectWriter.say(commit, held, EffectWriter.chatOf(held.author()), words(own, screened));
        }
        return commit.build();
    }

    /** Where nobody could be told, the concern's own word to the author says so, and no other may say that somebody has it. */
    private static boolean isForNobody(SchoolDesk desk, ResponseDesk.Screened screened) {
        return screened.screening().response() == Response.URGENT
                && ResponseDesk.circleOf(desk, screened).isNobody();
    }

    private static Content words(SchoolDesk desk, ResponseDesk.Screened screened) {
        Screening screening = screened.screening();
        if (screening.response() == Response.URGENT) {
            // The private word about it goes out with the concern.
            return Content.ofText(desk.wording().say(Phrase.HOLD_NEVER));
        }
        if (screening.response().compareTo(Response.REVIEW) < 0) {
            return Content.ofText(desk.wording().say(Phrase.HOLD_LATE));
        }
        Content why = desk.notices()
                .nudge(screening.findings().getFirst(), desk.suggestions().insteadOf(ResponseDesk.evidence(screened)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(desk.wording().say(Phrase.HOLD_NOT_PASSED_ON)));
        blocks.addAll(why.blocks());
        blocks.add(new Block.Text(desk.wording().say(Phrase.HOLD_SEND_AGAIN)));
        return new Content(why.title(), blocks, List.of());
    }
}
