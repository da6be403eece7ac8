package uk.schoolgate.app.worker;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.schoolgate.app.school.Background;
import uk.schoolgate.app.school.Models;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.flow.Schools;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Wording;

/**
 * The schools that are served. Their desks are built in the background once the rest of the bot has started, and again
 * when a folder has changed.
 */
public final class SchoolRegistry implements Schools {
    private static final Logger log = LoggerFactory.getLogger(SchoolRegistry.class);

    private final Map<SchoolCode, ServedSchool> schools = new LinkedHashMap<>();
    private final Supplier<Models> models;
    private final CompletableFuture<Tools> tools = new CompletableFuture<>();

    /** What building takes. */
    private record Tools(Models models, VectorCache cache) {}

    public SchoolRegistry(List<SchoolFolder> folders, PhoneNumberParser phones, Wording wording, Clock clock) {
        this(folders, phones, wording, clock, Models::load);
    }

    /** @param models loads the models, once */
    public SchoolRegistry(
            List<SchoolFolder> folders,
            PhoneNumberParser phones,
            Wording wording,
            Clock clock,
            Supplier<Models> models) {
        this.models = models;
        folders.forEach(
                folder -> schools.put(folder.school().code(), new ServedSchool(folder, phones, wording, clock)));
    }

    /**
     * Starts to build the desks, in the background: reads the policies, loads the model, and embeds what the cache does
     * not know. Where the cache is in a store that is away, that goes on once it is back.
     */
    void build(VectorCache store) {
        VectorCache cache = new PatientVectors(store);
        CompletableFuture<Models> loading = Background.supply("models", models).thenApply(SchoolRegistry::onThreads);
        var _ = Background.supply("policies", () -> {
                    schools.values().forEach(ServedSchool::readPolicies);
                    return schools;
                })
                .thenCombine(loading, (read, loaded) -> {
                    read.values().forEach(school -> school.build(loaded, cache));
                    return new Tools(loaded, cache);
                })
                .whenComplete((built, failure) -> {
                    if (failure == null) {
                        tools.complete(built);
                    } else {
                        tools.completeExceptionally(failure);
                    }
                });
    }

    private static Models onThreads(Models loaded) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Models(loaded.embedder(), new JudgeThreads(loaded.judge(), processors), loaded.language());
    }

    /**
     * Looks at every folder, and takes over what has changed and come to rest since the last look. A school whose change
     * cannot be taken over goes on as it was; where its folder is not to blame, that is tried again.
     *
     * @return how many schools have a new desk
     */
    int refresh() {
        Tools ready = tools.join();
        int fresh = 0;
        for (ServedSchool school : schools.values()) {
            try {
                fresh += school.refresh(ready.models(), ready.cache()) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                // An error too: one policy on which the stack overflows must not end the looks at all folders.
                // Only the kind of failure is logged: its message may hold words of a policy.
                log.error(
                        "{} could not be taken over; what was good before is served, and it is tried again in a minute: {}",
                        school.folder().path(),
                        e.getClass().getName());
            }
        }
        return fresh;
    }

    /** The folders behind the schools, as they were taken over last. */
    public List<SchoolFolder> folders() {
        return schools.values().stream().map(ServedSchool::folder).toList();
    }

    /** Whether all desks are built. */
    public boolean isReady() {
        return tools.isDone() && !tools.isCompletedExceptionally();
    }

    /** Waits until all desks are built; throws what went wrong when one could not be. */
    void awaitReady() {
        tools.join();
    }

    @Override
    public Optional<SchoolDesk> desk(SchoolCode code) {
        tools.join();
        return Optional.ofNullable(schools.get(code)).flatMap(ServedSchool::desk);
    }
}
