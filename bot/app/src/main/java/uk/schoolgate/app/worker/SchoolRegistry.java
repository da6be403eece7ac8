package uk.schoolgate.app.worker;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.app.school.Background;
import uk.schoolgate.app.school.Models;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.PolicyFolder;
import uk.schoolgate.app.school.PolicyFolder.Policies;
import uk.schoolgate.app.school.PolicyVersions;
import uk.schoolgate.app.school.Problem;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.school.SchoolParts;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.flow.Schools;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Wording;

/** The schools that are served. Their desks are built in the background once the rest of the bot has started. */
public final class SchoolRegistry implements Schools {
    private static final Logger log = LoggerFactory.getLogger(SchoolRegistry.class);

    private final List<SchoolFolder> folders;
    private final PhoneNumberParser phones;
    private final Wording wording;
    private final Clock clock;
    private final CompletableFuture<Map<SchoolCode, SchoolDesk>> desks = new CompletableFuture<>();

    public SchoolRegistry(List<SchoolFolder> folders, PhoneNumberParser phones, Wording wording, Clock clock) {
        this.folders = List.copyOf(folders);
        this.phones = phones;
        this.wording = wording;
        this.clock = clock;
    }

    private static Map<SchoolCode, Policies> readPolicies(List<SchoolFolder> folders) {
        Map<SchoolCode, Policies> read = new HashMap<>();
        TikaPolicyReader reader = new TikaPolicyReader();
        folders.forEach(folder -> read.put(folder.school().code(), PolicyFolder.read(folder.path(), reader)));
        return read;
    }

    /**
     * Starts to build the desks, in the background: reads the policies, loads the model, and embeds what the cache does
     * not know.
     */
    void build(VectorCache cache) {
        CompletableFuture<Models> models = Background.supply("models", Models::load);
        var _ = Background.supply("policies", () -> readPolicies(folders))
                .thenCombine(models, (read, loaded) -> desks(read, loaded, cache))
                .whenComplete((built, failure) -> {
                    if (failure == null) {
                        desks.complete(built);
                    } else {
                        desks.completeExceptionally(failure);
                    }
                });
    }

    private Map<SchoolCode, SchoolDesk> desks(Map<SchoolCode, Policies> read, Models models, VectorCache cache) {
        Map<SchoolCode, SchoolDesk> built = new HashMap<>();
        for (SchoolFolder folder : folders) {
            Policies school = read.getOrDefault(folder.school().code(), new Policies(List.of(), List.of()));
            folder.problems().stream().map(Problem::asLine).forEach(log::warn);
            school.problems().stream().map(Problem::asLine).forEach(log::warn);
            PolicyIndex index =
                    LucenePolicyIndex.build(PolicyVersions.inForce(school.documents()), models.embedder(), cache);
            built.put(folder.school().code(), SchoolParts.desk(folder, index, models, phones, wording, clock));
        }
        return built;
    }

    /** The folders behind the schools. */
    public List<SchoolFolder> folders() {
        return folders;
    }

    /** Whether all desks are built. */
    public boolean isReady() {
        return desks.isDone() && !desks.isCompletedExceptionally();
    }

    /** Waits until all desks are built; throws what went wrong when one could not be. */
    void awaitReady() {
        desks.join();
    }

    @Override
    public Optional<SchoolDesk> desk(SchoolCode code) {
        return Optional.ofNullable(desks.join().get(code));
    }
}
