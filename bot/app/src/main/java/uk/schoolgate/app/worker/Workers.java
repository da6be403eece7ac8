package uk.schoolgate.app.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import uk.schoolgate.core.flow.LedgerDesk;
import uk.schoolgate.core.flow.WorkQueue;
import uk.schoolgate.core.flow.WorkQueue.Subscription;
import uk.schoolgate.core.flow.WorkQueue.Worker;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.school.SchoolTime;

/** Works on the two queues from when the schools are ready until the bot stops. */
public final class Workers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    /** How soon a change in a school's folder is taken over: two looks that far apart. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    /** How soon what the store did not take at the start is asked for again. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(1);

    private final SchoolRegistry schools;
    private final Intake intake;
    private final Clock clock;
    private final VectorCache vectors;
    private final WorkQueue<Incoming> incoming;
    private final Worker<Incoming> incomingWorker;
    private final WorkQueue<Outgoing> outgoing;
    private final Worker<Outgoing> outgoingWorker;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("folders").unstarted(task));
    private boolean running;

    public Workers(
            SchoolRegistry schools,
            Intake intake,
            Clock clock,
            VectorCache vectors,
            WorkQueue<Incoming> incoming,
            Worker<Incoming> incomingWorker,
            WorkQueue<Outgoing> outgoing,
            Worker<Outgoing> outgoingWorker) {
        this.schools = schools;
        this.intake = intake;
        this.clock = clock;
        this.vectors = vectors;
        this.incoming = incoming;
        this.incomingWorker = incomingWorker;
        this.outgoing = outgoing;
        this.outgoingWorker = outgoingWorker;
    }

    @Override
    public synchronized void start() {
        running = true;
        // What comes in before the schools are ready is safe in the intake.
        Thread.ofPlatform().name("workers").start(this::consumeWhenReady);
    }

    private void consumeWhenReady() {
        try {
            schools.build(vectors);
            schools.awaitReady();
        } catch (RuntimeException e) {
            log.error("the schools' policies could not be prepared: {}", e.getMessage());
            return;
        }
        log.info("Policies read: questions are answered and messages screened");
        synchronized (this) {
            if (running) {
                subscriptions.add(outgoing.consume(outgoingWorker));
                subscriptions.add(incoming.consume(incomingWorker));
                var _ = looking.scheduleWithFixedDelay(
                        schools::refresh, LOOK_EVERY.toSeconds(), LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
            }
        }
        schools.folders().forEach(folder -> startReconciling(folder.school().code()));
    }

    /** From then on each day's reconciliation asks for the next one; one that another bot asked for already is done once. */
    private void startReconciling(SchoolCode school) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SchoolTime.ZONE);
        try {
            intake.accept(LedgerDesk.reconcile(school, today));
        } catch (StoreUnavailableException e) {
            log.warn("the store is away: today's reconciliation is asked for again in a minute");
            synchronized (this) {
                if (running) {
                    var _ = looking.schedule(
                            () -> startReconciling(school), ASK_AGAIN_AFTER.toSeconds(), TimeUnit.SECONDS);
                }
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        looking.shutdownNow();
        subscriptions.reversed().forEach(Subscription::close);
        subscriptions.clear();
    }

    /** After the web server: the page is there while the policies are still being read. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
