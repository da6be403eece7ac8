package uk.schoolgate.app.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.app.school.BadSchoolException;
import uk.schoolgate.app.school.FolderPrint;
import uk.schoolgate.app.school.Models;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.PolicyFolder;
import uk.schoolgate.app.school.PolicyFolder.Policies;
import uk.schoolgate.app.school.PolicyVersions;
import uk.schoolgate.app.school.Problem;
import uk.schoolgate.app.school.RememberingReader;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.school.SchoolParts;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.core.school.SchoolTime;
import uk.schoolgate.core.wording.Wording;

/** One school that is served: its folder, and the desk that was built from it last. */
final class ServedSchool {
    private static final Logger log = LoggerFactory.getLogger(ServedSchool.class);

    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(1);

    private final PhoneNumberParser phones;
    private final Wording wording;
    private final Clock clock;
    private final RememberingReader reader = new RememberingReader(new TikaPolicyReader());
    private volatile SchoolFolder folder;
    private Policies policies = new Policies(List.of(), List.of());
    private Optional<FolderPrint> built = Optional.empty();
    private Optional<FolderPrint> seen = Optional.empty();
    private Optional<PutOff> putOff = Optional.empty();
    private List<PolicyDocument> indexed = List.of();
    private @Nullable PolicyIndex index;
    private volatile @Nullable SchoolDesk desk;

    /** A folder that could not be taken over as it looked then, and is not looked into again before that time. */
    private record PutOff(Optional<FolderPrint> folder, Instant until) {}

    ServedSchool(SchoolFolder folder, PhoneNumberParser phones, Wording wording, Clock clock) {
        this.folder = folder;
        this.phones = phones;
        this.wording = wording;
        this.clock = clock;
    }

    /** What is served: the folder as it was taken over last. */
    SchoolFolder folder() {
        return folder;
    }

    /** The desk that was built last; empty before the first. */
    Optional<SchoolDesk> desk() {
        return Optional.ofNullable(desk);
    }

    /** Reads the policies, which takes no model. */
    synchronized void readPolicies() {
        built = FolderPrint.of(folder.path());
        policies = PolicyFolder.read(folder.path(), reader);
    }

    /** Builds the first desk from what was read. */
    synchronized void build(Models models, VectorCache cache) {
        build(folder, policies, models, cache);
    }

    /** All of it is taken over, or where something fails, nothing. */
    private void build(SchoolFolder fresh, Policies read, Models models, VectorCache cache) {
        fresh.problems().stream().map(Problem::asLine).forEach(log::warn);
        read.problems().stream().map(Problem::asLine).forEach(log::warn);
        desk = desk(fresh, read, models, cache);
        policies = read;
        folder = fresh;
    }

    /**
     * Looks whether the folder has changed and come to rest, that is, looks the same as at the last look, and builds a new
     * desk then. The old one goes on serving until the new one is there, and stays when the folder has an error. What fails
     * for another reason is thrown, and tried again after a pause, or at once when the folder has changed again.
     *
     * @return whether a new desk was built
     */
    synchronized boolean refresh(Models models, VectorCache cache) {
        Optional<FolderPrint> now = FolderPrint.of(folder.path());
        boolean atRest = now.isPresent() && now.equals(seen);
        seen = now;
        if (isPutOff(now)) {
            return false;
        }
        try {
            boolean changed = atRest && !now.equals(built);
            return changed ? changeIsTakenOver(now, models, cache) : newVersionIsDue(models, cache);
        } catch (RuntimeException | Error e) {
            putOff = Optional.of(new PutOff(now, clock.instant().plus(TRY_AGAIN_AFTER)));
            throw e;
        }
    }

    private boolean isPutOff(Optional<FolderPrint> now) {
        return putOff.filter(it -> it.folder().equals(now) && clock.instant().isBefore(it.until()))
                .isPresent();
    }

    private boolean changeIsTakenOver(Optional<FolderPrint> now, Models models, VectorCache cache) {
        boolean taken = isTakenOver(models, cache);
        built = now;
        return taken;
    }

    private boolean isTakenOver(Models models, VectorCache cache) {
        try {
            SchoolFolder fresh = SchoolFolder.read(folder.path(), phones);
            if (!fresh.school().code().equals(folder.school().code())) {
                log.warn(
                        "the code of {} has changed: it is served as before until the bot starts again", folder.path());
                return false;
            }
            build(fresh, PolicyFolder.read(folder.path(), reader), models, cache);
            log.info("School {} was read again: {} policies", folder.school().code(), indexed.size());
            return true;
        } catch (BadSchoolException e) {
            log.warn("a change is not taken over, and what was good before is served: {}", e.getMessage());
            return false;
        }
    }

    /** A version that names the day from which it holds takes over on that day, without a change of the folder. */
    private boolean newVersionIsDue(Models models, VectorCache cache) {
        if (desk == null || inForce(policies).equals(indexed)) {
            return false;
        }
        desk = desk(folder, policies, models, cache);
        log.info(
                "School {}: another version of a policy is in force",
                folder.school().code());
        return true;
    }

    private List<PolicyDocument> inForce(Policies read) {
        return PolicyVersions.inForce(read.documents(), LocalDate.ofInstant(clock.instant(), SchoolTime.ZONE));
    }

    private SchoolDesk desk(SchoolFolder of, Policies read, Models models, VectorCache cache) {
        List<PolicyDocument> inForce = inForce(read);
        PolicyIndex current = index;
        if (current == null || !inForce.equals(indexed)) {
            current = LucenePolicyIndex.build(inForce, models.embedder(), cache);
        }
        SchoolDesk fresh = SchoolParts.desk(of, current, models, phones, wording, clock);
        index = current;
        indexed = inForce;
        return fresh;
    }
}
