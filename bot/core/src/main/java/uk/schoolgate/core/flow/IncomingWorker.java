package uk.schoolgate.core.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.DirectoryUnavailableException;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.policy.AnswerFeedback;
import uk.schoolgate.core.sealing.Sealer;

/** Works on what comes in: a question is answered, a press moves a concern, any other group message is screened. */
public final class IncomingWorker implements WorkQueue.Worker<Incoming> {
    private static final List<Duration> ASK_AGAIN_AFTER =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));
    /** About a day: longer than a new version takes to be everywhere. Then it is put aside, for a person to look at. */
    private static final int MOST_WITHOUT_SCHOOL = 300;

    private final Schools schools;
    private final Directory directory;
    private final AnswerDesk answers;
    private final MessageDesk messages;
    private final ChangeDesk changes;
    private final ReviewDesk reviews;
    private final Departures departures;
    private final OptOuts optOuts;
    private final LedgerDesk ledger;
    private final WeeklyList weekly;
    private final HoldDesk holds;
    private final ForwardDesk forwards;
    private final DocumentDesk documents;
    private final LostMessages losses;
    private final Unfinished unfinished;
    private final Copies copies;
    private final Casebook casebook;
    private final Clock clock;

    /** For platforms that lend nothing. */
    public IncomingWorker(Schools schools, Casebook casebook, Sealer sealer, Clock clock) {
        this(schools, casebook, sealer, clock, PlatformParts.NONE);
    }

    public IncomingWorker(Schools schools, Casebook casebook, Sealer sealer, Clock clock, PlatformParts platforms) {
        this.schools = schools;
        this.casebook = casebook;
        this.clock = clock;
        this.directory = platforms.directory();
        this.copies = new Copies(platforms.copies());
        Signposts signposts = new Signposts(casebook, sealer);
        EffectWriter effects = new EffectWriter(casebook, sealer, signposts);
        ResponseDesk responses = new ResponseDesk(casebook, effects, signposts, sealer, clock);
        this.reviews = new ReviewDesk(casebook, effects, signposts, clock);
        this.changes = new ChangeDesk(responses, effects, signposts);
        this.departures = new Departures(casebook);
        this.optOuts = new OptOuts(casebook, effects);
        this.ledger = new LedgerDesk(casebook, effects, clock);
        PrivateDesk privately = new PrivateDesk(casebook, signposts, responses, reviews, new IncidentDesk(casebook));
        this.weekly = new WeeklyList(casebook, clock);
        this.answers = new AnswerDesk(casebook, sealer, directory, weekly, effects, new Thumbs(platforms.notebook()));
        this.messages = new MessageDesk(responses, privately, answers);
        this.holds = new HoldDesk(responses, effects);
        ForwardQuestions questions = new ForwardQuestions(platforms.notebook(), casebook, effects);
        this.forwards = new ForwardDesk(casebook, effects, questions, clock);
        this.documents = new DocumentDesk(platforms.documents(), effects, responses);
        this.losses = new LostMessages(casebook, directory);
        this.unfinished = new Unfinished(casebook, effects, clock);
    }

    @Override
    public WorkQueue.Settlement work(WorkQueue.Delivery<Incoming> delivery) {
        try {
            Incoming incoming = directory.recognise(delivery.item());
            return schools.desk(incoming.school())
                    .map(desk -> withoutCopies(incoming, work(desk, incoming, delivery.attempt())))
                    .orElseGet(() -> ofNoSchoolHere(delivery));
        } catch (DirectoryUnavailableException e) {
            // Who wrote it decides who may hear of it: it waits, however long the platform is silent.
            return later(delivery);
        }
    }

    /** A bot that was started later has taken it in, and knows a school that this one does not know yet. */
    private static WorkQueue.Settlement ofNoSchoolHere(WorkQueue.Delivery<Incoming> delivery) {
        if (delivery.attempt() >= MOST_WITHOUT_SCHOOL) {
            throw new IllegalStateException("no school of that code is served here");
        }
        return later(delivery);
    }

    private static WorkQueue.Settlement later(WorkQueue.Delivery<Incoming> delivery) {
        Duration pause = ASK_AGAIN_AFTER.get(Math.min(delivery.attempt(), ASK_AGAIN_AFTER.size()) - 1);
        return new WorkQueue.Settlement(
                new WorkQueue.Disposition.Again(pause),
                Commit.nothing(delivery.item().school()));
    }

    @Override
    public Commit givenUp(Incoming item, String reason) {
        Commit commit = schools.desk(item.school())
                .map(desk -> unfinished.handle(desk, item, reason))
                .orElseGet(() -> Commit.nothing(item.school()));
        // Nobody works on it again, and no concern holds what came with it: the platform would keep it for ever.
        return commit.sending(copies.after(item, commit, casebook, clock.instant()));
    }

    /** Once it is done, what the platform keeps of it may go. */
    private WorkQueue.Settlement withoutCopies(Incoming incoming, WorkQueue.Settlement settlement) {
        return settlement.disposition() instanceof WorkQueue.Disposition.Done
                ? WorkQueue.Settlement.done(settlement
                        .commit()
                        .sending(copies.after(incoming, settlement.commit(), casebook, clock.instant())))
                : settlement;
    }

    private WorkQueue.Settlement work(SchoolDesk desk, Incoming incoming, int attempt) {
        Optional<Media> document =
                incoming instanceof Incoming.Message message ? documents.documentIn(message) : Optional.empty();
        return document.isPresent() && incoming instanceof Incoming.Message message
                ? documents.work(desk, message, document.get(), attempt)
                : WorkQueue.Settlement.done(handle(desk, incoming));
    }

    private Commit handle(SchoolDesk desk, Incoming incoming) {
        return switch (incoming) {
            case Incoming.Message message -> forwards.reply(desk, message).orElseGet(() -> said(desk, message));
            case Incoming.Edited edited -> changes.handle(desk, edited);
            case Incoming.Deleted deleted -> changes.handle(desk, deleted);
            case Incoming.Press press ->
                AnswerFeedback.parse(press.action())
                        .filter(feedback -> AnswerDesk.canHaveAsked(desk, feedback, press))
                        .map(feedback -> answers.opinion(desk, feedback, press))
                        .or(() -> forwards.press(desk, press))
                        .orElseGet(() -> reviews.press(desk, press));
            case Incoming.Joined joined -> answers.welcome(desk, joined);
            case Incoming.Left left -> departures.handle(desk, left);
            case Incoming.OptedOut optedOut -> optOuts.handle(desk, optedOut);
            case Incoming.Alarm alarm when LedgerDesk.isFor(alarm) -> ledger.handle(desk, alarm);
            case Incoming.Alarm alarm when WeeklyList.isFor(alarm) -> weekly.handle(desk, alarm);
            case Incoming.Held held -> holds.handle(desk, held);
            case Incoming.Forwarded forwarded -> forwards.handle(desk, forwarded);
            case Incoming.Returned returned -> losses.handle(desk, returned);
            // What the platform keeps of it follows from its being done.
            case Incoming.DealtWith dealtWith -> Commit.nothing(dealtWith.school());
            case Incoming.Alarm alarm -> reviews.alarm(desk, alarm);
        };
    }

    /** Whoever asks something in the midst of handing over is answered, and then asked again. */
    private Commit said(SchoolDesk desk, Incoming.Message message) {
        Commit.Builder commit = new Commit.Builder(message.school());
        messages.handle(desk, message, commit);
        forwards.askAgain(desk, message, commit);
        return commit.build();
    }
}
