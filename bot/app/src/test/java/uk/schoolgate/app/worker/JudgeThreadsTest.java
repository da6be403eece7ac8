package uk.schoolgate.app.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.MarkedText;
import uk.schoolgate.testkit.PhraseJudge;

class JudgeThreadsTest {
    private final AtomicInteger within = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private Judgement noting(MarkedText message, List<MarkedText> before) {
        most.accumulateAndGet(within.incrementAndGet(), Math::max);
        Judgement judgement = new PhraseJudge().judge(message, before);
        within.decrementAndGet();
        return judgement;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void noMoreAreJudgedAtOnceThanThereAreProcessorsAndEverybodyIsJudged(int processors) throws Exception {
        Judge judge = new JudgeThreads(this::noting, processors);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Judgement>> all = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                all.add(threads.submit(() -> judge.judge(MarkedText.NONE, List.of())));
            }
            for (Future<Judgement> one : all) {
                assertThat(one.get()).isNotNull();
            }
        }
        assertThat(most.get()).isBetween(1, processors);
    }

    @Test
    void whoeverAskedLearnsThatJudgingFailed() {
        RuntimeException fault = new IllegalStateException("a model with an error in it");
        Judge judge = new JudgeThreads(
                (message, before) -> {
                    throw fault;
                },
                2);
        assertThatThrownBy(() -> judge.judge(MarkedText.NONE, List.of())).hasCause(fault);
    }
}
