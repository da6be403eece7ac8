package uk.schoolgate.app.worker;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.MarkedText;

/**
 * Judges as many messages at once as there are processors, on threads of its own. More at once would be no faster, and
 * webhooks that arrive meanwhile would wait behind all of them; and a thread that goes from one message to the next without
 * a pause loses no time to waking up, as callers that take turns do.
 */
final class JudgeThreads implements Judge {
    private final Judge judge;
    private final ExecutorService threads;

    /** @param processors how many there are */
    JudgeThreads(Judge judge, int processors) {
        this.judge = judge;
        this.threads = Executors.newFixedThreadPool(
                processors, Thread.ofPlatform().name("judge-", 0).daemon().factory());
    }

    @Override
    public Judgement judge(MarkedText message, List<MarkedText> before) {
        try {
            return threads.submit(() -> judge.judge(message, before)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a message waited to be judged", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a message could not be judged", e.getCause());
        }
    }
}
