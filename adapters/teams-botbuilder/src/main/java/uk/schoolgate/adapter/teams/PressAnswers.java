package uk.schoolgate.adapter.teams;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Lets a press be answered with the card that follows from it, where that is soon: Teams shows the answer of the request
 * itself at once. The press is durable before anybody waits, and the card is changed for everybody in any case.
 */
final class PressAnswers {
    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final String MESSAGE = "application/vnd.microsoft.activity.message";

    private final long patienceMillis;
    private final Map<String, CompletableFuture<Map<String, Object>>> awaited = new ConcurrentHashMap<>();

    /** @param patienceMillis how long a press waits for its card; Teams gives up after about ten seconds */
    PressAnswers(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /**
     * What is said to somebody about a subject after their press on it, in whichever chat; empty when it takes too long, or
     * nothing is to be said.
     *
     * @param guid who pressed
     * @param press takes the press in; false where nothing follows from it
     */
    Optional<Map<String, Object>> answerTo(String guid, String subject, BooleanSupplier press) {
        String key = key(guid, subject);
        // Before the press is taken in: what follows from it may be said at once.
        CompletableFuture<Map<String, Object>> own = new CompletableFuture<>();
        CompletableFuture<Map<String, Object>> answer = Objects.requireNonNullElse(awaited.putIfAbsent(key, own), own);
        try {
            return press.getAsBoolean()
                    ? Optional.of(answer.get(patienceMillis, TimeUnit.MILLISECONDS))
                    : Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            awaited.remove(key, own);
        }
    }

    /** How many presses wait. */
    int waiting() {
        return awaited.size();
    }

    /** A card has taken the place of an earlier one, for somebody. */
    void card(String guid, String subject, Object card) {
        complete(guid, subject, CARD, card);
    }

    /** Something was said to somebody that takes no card's place. */
    void message(String guid, String subject, String text) {
        complete(guid, subject, MESSAGE, text);
    }

    private void complete(String guid, String subject, String type, Object value) {
        CompletableFuture<Map<String, Object>> answer = awaited.remove(key(guid, subject));
        if (answer != null) {
            answer.complete(answer(type, value));
        }
    }

    /** An answer that shows a short text and leaves the card as it is. */
    static Map<String, Object> noted(String text) {
        return answer(MESSAGE, text);
    }

    private static Map<String, Object> answer(String type, Object value) {
        return Map.of("statusCode", 200, "type", type, "value", value);
    }

    private static String key(String guid, String subject) {
        return guid + "\n" + subject;
    }
}
