package uk.schoolgate.adapter.teams;

import com.microsoft.bot.schema.Activity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.schoolgate.adapter.teams.ServedSchools.Served;
import uk.schoolgate.adapter.teams.connector.Connector;
import uk.schoolgate.adapter.teams.connector.ConnectorException;
import uk.schoolgate.adapter.teams.connector.Member;
import uk.schoolgate.adapter.teams.incoming.ActivityTranslator;
import uk.schoolgate.adapter.teams.trust.RefusedException;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/** Tells which of the schools of one tenant an activity belongs to: by its group, else by whose staff list its author is on. */
final class SchoolFinder {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 8;
    private static final int IDLE_SECONDS = 30;

    private final ServedSchools schools;
    private final Memory memory;
    private final Connector connector;
    private final String tenant;
    private final Executor asking = new ThreadPoolExecutor(
            0,
            MOST_AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("teams-school-", 0).factory());

    SchoolFinder(ServedSchools schools, Memory memory, Connector connector, String tenant) {
        this.schools = schools;
        this.memory = memory;
        this.connector = connector;
        this.tenant = tenant;
    }

    /**
     * The school; empty where it is none of ours, or nobody will ever say.
     *
     * @throws RefusedException when Teams does not say soon whose staff the author is, and may say later
     */
    Optional<SchoolCode> of(Activity activity) throws RefusedException {
        List<Served> all = schools.all();
        if (all.size() == 1) {
            return Optional.of(all.getFirst().school().code());
        }
        String conversation = ActivityTranslator.conversationId(activity);
        Optional<SchoolCode> byGroup = all.stream()
                .filter(served ->
                        served.school().groupAt(Platform.TEAMS, conversation).isPresent())
                .map(served -> served.school().code())
                .findFirst();
        return byGroup.isPresent() || activity.getFrom() == null ? byGroup : byAuthor(activity, conversation, all);
    }

    private Optional<SchoolCode> byAuthor(Activity activity, String conversation, List<Served> all)
            throws RefusedException {
        String guid = ActivityTranslator.author(activity).value();
        for (Served served : all) {
            SchoolCode code = served.school().code();
            if (memory.person(code, guid)
                    .filter(person -> !person.foreign()
                            && People.staffWith(served, person.emails()).isPresent())
                    .isPresent()) {
                return Optional.of(code);
            }
        }
        return ask(activity, conversation, guid)
                .filter(member -> !member.isForeign(tenant))
                .flatMap(member -> all.stream()
                        .filter(served ->
                                People.staffWith(served, member.emails()).isPresent())
                        .map(served -> served.school().code())
                        .findFirst());
    }

    /** Teams is waiting for its own answer, so that it may be asked a question for a short time only. */
    private Optional<Member> ask(Activity activity, String conversation, String guid) throws RefusedException {
        String chat = ActivityTranslator.withoutThread(conversation);
        String person = Optional.ofNullable(activity.getFrom().getId()).orElse(guid);
        FutureTask<Optional<Member>> question =
                new FutureTask<>(() -> connector.member(activity.getServiceUrl(), chat, person));
        try {
            asking.execute(question);
            return question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectorException failed && !failed.mayWorkLater()) {
                return Optional.empty();
            }
            throw notNow();
        } catch (TimeoutException | RejectedExecutionException e) {
            question.cancel(true);
            throw notNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notNow();
        }
    }

    private static RefusedException notNow() {
        return new RefusedException(RefusedException.TRY_AGAIN, "nobody says now whose staff the author is");
    }
}
