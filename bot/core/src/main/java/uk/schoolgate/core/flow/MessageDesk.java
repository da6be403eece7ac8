package uk.schoolgate.core.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.wording.Tongue;
import uk.schoolgate.core.wording.Wording;

/** Handles what people write: screens what is said in groups, and passes questions on. */
final class MessageDesk {
    private final ResponseDesk responses;
    private final PrivateDesk privately;
    private final AnswerDesk answers;
    private final RecentTalk recent = new RecentTalk();

    MessageDesk(ResponseDesk responses, PrivateDesk privately, AnswerDesk answers) {
        this.answers = answers;
        this.responses = responses;
        this.privately = privately;
    }

    /** Adds what follows from a message. */
    void handle(SchoolDesk desk, Incoming.Message message, Commit.Builder commit) {
        Optional<Group> group = groupOf(desk, message.conversation());
        Set<String> classes = group.map(Group::classes).orElse(Set.of());
        List<String> before = message.conversation() instanceof GroupChat ? recent.before(message) : List.of();
        Screening screening = desk.screener()
                .screen(new ScreeningInput(message.text(), message.author(), classes, message.media(), before));
        ResponseDesk.Screened screened = screened(message, group, screening);
        switch (message.conversation()) {
            case GroupChat chat -> {
                responses.respond(desk, screened, message, commit);
                BotAddress.questionIn(message)
                        .ifPresent(question -> answers.inGroup(desk, message, question, screening, commit));
            }
            case PrivateChat chat -> {
                // In private nobody is exposed; only a child at risk must not wait.
                if (screening.has(Category.SAFEGUARDING)) {
                    responses.respond(desk, screened, message, commit);
                }
                Optional<Tongue> chosen = Tongue.named(message.text());
                if (chosen.isPresent()) {
                    commit.choose(message.author(), chosen.get());
                    Wording words = desk.in(chosen.get()).wording();
                    EffectWriter.say(commit, message, chat, Greetings.chosen(words));
                } else if (!privately.handle(desk, screened, commit)) {
                    answers.inPrivate(desk, message, screening, commit);
                }
            }
        }
    }

    private static ResponseDesk.Screened screened(
            Incoming.Message message, Optional<Group> group, Screening screening) {
        return new ResponseDesk.Screened(message, ConcernId.of(message.school(), message.id()), group, screening);
    }

    /** The school's group of a conversation; empty for a private one, and for a group that it does not know. */
    static Optional<Group> groupOf(SchoolDesk desk, Conversation conversation) {
        return conversation instanceof GroupChat(Platform platform, String address)
                ? desk.school().groupAt(platform, address)
                : Optional.empty();
    }
}
