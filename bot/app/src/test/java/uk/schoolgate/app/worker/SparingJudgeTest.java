package uk.schoolgate.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.MarkedText;
import uk.schoolgate.testkit.PhraseJudge;

class SparingJudgeTest {
    private final AtomicInteger within = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private Judgement noting(MarkedText message, MarkedText before) {
        most.accumulateAndGet(within.incrementAndGet(), Math::max);
        Judgement judgement = new PhraseJudge().judge(message, before);
        within.decrementAndGet();
        return judgement;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "4, 3"})
    void oneProcessorIsLeftToOthersAndEverybodyIsJudged(int processors, int atOnce) throws Exception {
        Judge judge = new SparingJudge(this::noting, processors);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Judgement>> all = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                all.add(threads.submit(() -> judge.judge(MarkedText.NONE, MarkedText.NONE)));
            }
            for (Future<Judgement> one : all) {
                assertThat(one.get()).isNotNull();
            }
        }
        assertThat(most.get()).isBetween(1, atOnce);
    }
}
