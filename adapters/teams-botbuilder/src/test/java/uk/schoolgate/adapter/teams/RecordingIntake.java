package uk.schoolgate.adapter.teams;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.StoreUnavailableException;

/** An intake that keeps what it took, and can be told to be out of reach. */
final class RecordingIntake implements Intake {
    private final List<Incoming> taken = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean away;
    private Consumer<Incoming> then = incoming -> {};

    @Override
    public synchronized Receipt accept(Incoming incoming) {
        if (away) {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }
        if (!seen.add(incoming.id().value())) {
            return Receipt.DUPLICATE;
        }
        taken.add(incoming);
        then.accept(incoming);
        return Receipt.ACCEPTED;
    }

    void goAway() {
        away = true;
    }

    /** What happens as soon as something was taken. */
    void then(Consumer<Incoming> next) {
        then = next;
    }

    synchronized List<Incoming> taken() {
        return List.copyOf(taken);
    }

    /** The one thing that was taken. */
    <T extends Incoming> T only(Class<T> type) {
        if (taken().size() != 1) {
            throw new AssertionError("taken: " + taken());
        }
        return type.cast(taken().getFirst());
    }
}
