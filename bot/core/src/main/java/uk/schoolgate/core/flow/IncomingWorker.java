package uk.schoolgate.core.flow;

import java.time.Clock;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.sealing.Sealer;

/** Works on what comes in: a question is answered, a press moves a concern, any other group message is screened. */
public final class IncomingWorker implements WorkQueue.Worker<Incoming> {
    private final Schools schools;
    private final MessageDesk messages;
    private final ReviewDesk reviews;

    public IncomingWorker(Schools schools, Casebook casebook, Sealer sealer, Clock clock) {
        this.schools = schools;
        EffectWriter effects = new EffectWriter(casebook, sealer);
        this.messages = new MessageDesk(casebook, effects, sealer, clock);
        this.reviews = new ReviewDesk(casebook, effects);
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
            case Incoming.Edited edited -> messages.handle(desk, edited);
            case Incoming.Deleted deleted -> messages.handle(desk, deleted);
            case Incoming.Press press -> reviews.press(desk, press);
            case Incoming.Alarm alarm -> reviews.alarm(desk, alarm);
        };
    }
}
