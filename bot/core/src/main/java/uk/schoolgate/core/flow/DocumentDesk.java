package uk.schoolgate.core.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.flow.DocumentReader.Reading;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.wording.Phrase;

/**
 * Answers a document that somebody sends to the bot alone. The message stays in the queue until its answer is in the
 * outbox, so neither a crash nor a platform that is away loses it.
 */
final class DocumentDesk {
    /** About a quarter of an hour, after which the sender is asked to send it again. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(4),
            Duration.ofMinutes(10));

    private final DocumentReader reader;
    private final EffectWriter effects;
    private final ResponseDesk responses;

    DocumentDesk(DocumentReader reader, EffectWriter effects, ResponseDesk responses) {
        this.reader = reader;
        this.effects = effects;
        this.responses = responses;
    }

    /** The document that a message brings; empty where there is none for this desk. */
    Optional<Media> documentIn(Incoming.Message message) {
        return message.conversation() instanceof PrivateChat chat
                ? message.media().stream()
                        .filter(media -> reader.takes(chat.platform(), media))
                        .findFirst()
                : Optional.empty();
    }

    /** @param attempt counts from 1 */
    WorkQueue.Settlement work(SchoolDesk desk, Incoming.Message message, Media document, int attempt) {
        SchoolDesk own = effects.deskOf(desk, message.author());
        return switch (reader.read(document, own)) {
            case Reading.Answered(Content answer) -> answered(desk, message, answer);
            case Reading.Busy(Duration after) -> later(message, after);
            case Reading.NotNow(String reason, Optional<Duration> notBefore) -> {
                if (attempt > PAUSES.size()) {
                    yield answered(desk, message, Content.ofText(own.wording().say(Phrase.EXPORT_NOT_FETCHED)));
                }
                Duration pause = PAUSES.get(attempt - 1);
                yield later(
                        message,
                        notBefore.filter(asked -> asked.compareTo(pause) > 0).orElse(pause));
            }
        };
    }

    private static WorkQueue.Settlement later(Incoming.Message message, Duration pause) {
        return new WorkQueue.Settlement(new WorkQueue.Disposition.Again(pause), Commit.nothing(message.school()));
    }

    private WorkQueue.Settlement answered(SchoolDesk desk, Incoming.Message message, Content answer) {
        Commit.Builder commit = new Commit.Builder(message.school());
        Screening words = desk.screener()
                .screen(new ScreeningInput(message.text(), message.author(), Set.of(), List.of(), List.of()));
        if (words.has(Category.SAFEGUARDING)) {
            // What came with the document: a child at risk must not wait.
            ConcernId id = ConcernId.of(message.school(), message.id());
            responses.respond(desk, new ResponseDesk.Screened(message, id, Optional.empty(), words), message, commit);
        }
        EffectWriter.say(commit, message, message.conversation(), answer);
        return WorkQueue.Settlement.done(commit.build());
    }
}
