package uk.schoolgate.core.flow;

import java.time.Clock;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.sealing.Sealer;

/** Works on what comes in: a question is answered, a press moves a concern, any other group message is screened. */
public final class IncomingWorker implements WorkQueue.Worker<Incoming> {
    private final Schools schools;
    private final MessageDesk messages;
    private final ChangeDesk changes;
    private final ReviewDesk reviews;
    private final LedgerDesk ledger;

    public IncomingWorker(Schools schools, Casebook casebook, Sealer sealer, Clock clock) {
        this.schools = schools;
        Signposts signposts = new Signposts(casebook, sealer);
        EffectWriter effects = new EffectWriter(casebook, sealer, signposts);
        ResponseDesk responses = new ResponseDesk(casebook, effects, signposts, sealer, clock);
        this.reviews = new ReviewDesk(casebook, effects, signposts);
        this.changes = new ChangeDesk(responses, effects, signposts);
        this.ledger = new LedgerDesk(casebook, effects, clock);
        this.messages =
                new MessageDesk(responses, new PrivateDesk(casebook, signposts, reviews, new IncidentDesk(casebook)));
    }

    @Override
    public WorkQueue.Settlement work(WorkQueue.Delivery<Incoming> delivery) {
        Incoming incoming = delivery.item();
        Commit commit = schools.desk(incoming.school())
                .map(desk -> handle(desk, incoming))
                .orElseGet(() -> Commit.nothing(incoming.school()));
        return WorkQueue.Settlement.done(commit);
    }

    private Commit handle(SchoolDesk desk, Incoming incoming) {
        return switch (incoming) {
            case Incoming.Message message -> messages.handle(desk, message);
            case Incoming.Edited edited -> changes.handle(desk, edited);
            case Incoming.Deleted deleted -> changes.handle(desk, deleted);
            case Incoming.Press press -> reviews.press(desk, press);
            case Incoming.Alarm alarm when LedgerDesk.isFor(alarm) -> ledger.handle(desk, alarm);
            case Incoming.Alarm alarm -> reviews.alarm(desk, alarm);
        };
    }
}
