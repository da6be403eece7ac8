package uk.schoolgate.app.school;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Work on a thread of its own, while others go on. */
public final class Background {
    private Background() {}

    /** Starts the work; the thread does not keep the program running. */
    public static <T> CompletableFuture<T> supply(String name, Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, task -> Thread.ofPlatform().daemon().name(name).start(task));
    }
}
