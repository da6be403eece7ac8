package uk.schoolgate.app.worker;

import java.util.concurrent.Semaphore;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.MarkedText;

/**
 * Leaves a processor to the webhooks: judging takes nearly all the time that a message needs, and what arrives while many
 * wait to be judged is to be answered as soon as ever. Whoever waits has their turn in order.
 */
final class SparingJudge implements Judge {
    private final Judge judge;
    private final Semaphore turns;

    /** @param processors how many there are */
    SparingJudge(Judge judge, int processors) {
        this.judge = judge;
        this.turns = new Semaphore(Math.max(1, processors - 1), true);
    }

    @Override
    public Judgement judge(MarkedText message, MarkedText before) {
        turns.acquireUninterruptibly();
        try {
            return judge.judge(message, before);
        } finally {
            turns.release();
        }
    }
}
