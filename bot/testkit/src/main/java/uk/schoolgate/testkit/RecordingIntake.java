package uk.schoolgate.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.SchoolCode;

/** An intake that keeps what it took, and can be told to be out of reach. */
public final class RecordingIntake implements Intake {
    private final List<Incoming> taken = new ArrayList<>();
    private boolean away;
    private Consumer<Incoming> then = incoming -> {};

    @Override
    public synchronized Receipt accept(Incoming incoming) {
        if (knows(incoming.school(), incoming.id())) {
            return Receipt.DUPLICATE;
        }
        taken.add(incoming);
        then.accept(incoming);
        return Receipt.ACCEPTED;
    }

    @Override
    public synchronized boolean knows(SchoolCode school, EventId id) {
        if (away) {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }
        return taken.stream()
                .anyMatch(it -> it.school().equals(school) && it.id().equals(id));
    }

    public synchronized void goAway() {
        away = true;
    }

    public synchronized void comeBack() {
        away = false;
    }

    /** What happens as soon as something was taken. */
    public void then(Consumer<Incoming> next) {
        then = next;
    }

    /** In its order. */
    public synchronized List<Incoming> taken() {
        return List.copyOf(taken);
    }

    /** In its order, where nothing of another type was taken. */
    public <T extends Incoming> List<T> taken(Class<T> type) {
        return taken().stream().map(type::cast).toList();
    }

    /** The one thing that was taken. */
    public <T extends Incoming> T only(Class<T> type) {
        if (taken().size() != 1) {
            throw new AssertionError("taken: " + taken());
        }
        return type.cast(taken().getFirst());
    }
}
