package uk.schoolgate.adapter.teams;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

    /** What is about to be said about a subject in a chat. */
    CompletableFuture<Map<String, Object>> expect(String conversation, String subject) {
        return awaited.computeIfAbsent(key(conversation, subject), key -> new CompletableFuture<>());
    }

    /** Waits for it; empty when it takes too long. */
    Optional<Map<String, Object>> await(
            String conversation, String subject, CompletableFuture<Map<String, Object>> answer) {
        try {
            return Optional.of(answer.get(patienceMillis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            awaited.remove(key(conversation, subject), answer);
        }
    }

    /** A card has taken the place of an earlier one. */
    void card(String conversation, String subject, Object card) {
        complete(conversation, subject, CARD, card);
    }

    /** Something was said that is no card. */
    void message(String conversation, String subject, String text) {
        complete(conversation, subject, MESSAGE, text);
    }

    private void complete(String conversation, String subject, String type, Object value) {
        CompletableFuture<Map<String, Object>> answer = awaited.remove(key(conversation, subject));
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

    private static String key(String conversation, String subject) {
        return conversation + "\n" + subject;
    }
}
