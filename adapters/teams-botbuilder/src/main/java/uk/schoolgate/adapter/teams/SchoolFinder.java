package uk.schoolgate.adapter.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import java.time.Duration;
import java.util.ArrayList;
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
import uk.schoolgate.adapter.teams.incoming.Membership;
import uk.schoolgate.adapter.teams.trust.RefusedException;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Tells which of the schools of one tenant an activity belongs to: by its group, else by whose staff list its author is on.
 * Where the bot comes or goes, and where a message is deleted, nobody may be asked about the author, or there is none: then by
 * where the bot has been.
 */
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
     * The school; none where it is none of ours, or nobody will ever say. What happens to a chat as a whole happens to each
     * school that is in it.
     *
     * @throws RefusedException when Teams does not say soon whose staff the author is, and may say later
     */
    List<SchoolCode> of(Activity activity) throws RefusedException {
        List<Served> all = schools.all();
        if (all.size() == 1) {
            return List.of(all.getFirst().school().code());
        }
        String chat = ActivityTranslator.withoutThread(ActivityTranslator.conversationId(activity));
        List<SchoolCode> inChat = isAboutChat(activity) ? whoIsIn(chat, activity, all) : List.of();
        if (Membership.isRemoval(activity) && !inChat.isEmpty()) {
            // Whoever took the bot out may be on no staff list, and Teams says nothing more about who is there.
            return inChat;
        }
        Optional<SchoolCode> known = byGroup(chat, all);
        if (known.isEmpty()) {
            known = byKnownAuthor(activity, all);
        }
        if (known.isPresent() || !inChat.isEmpty()) {
            return known.map(List::of).orElse(inChat);
        }
        return activity.getFrom() == null ? List.of() : whoseStaffTheAuthorIs(activity, chat, all);
    }

    /** Of what somebody says it matters who they are; of this, where it happened. */
    private static boolean isAboutChat(Activity activity) {
        return Membership.isRemoval(activity)
                || Membership.isAddition(activity)
                || ActivityTypes.MESSAGE_DELETE.equals(activity.getType());
    }

    private List<SchoolCode> whoIsIn(String chat, Activity activity, List<Served> all) throws RefusedException {
        List<SchoolCode> those = new ArrayList<>();
        for (Served served : all) {
            if (isIn(chat, activity, served)) {
                those.add(served.school().code());
            }
        }
        return those;
    }

    private boolean isIn(String chat, Activity activity, Served served) throws RefusedException {
        SchoolCode code = served.school().code();
        if (ActivityTranslator.isPersonal(activity)) {
            return activity.getFrom() != null
                    && memory.chatWith(code, ActivityTranslator.author(activity).value())
                            .isPresent();
        }
        // A team as a whole goes by the id of its General channel, which no school need list, nor anybody write in.
        return served.school().groupAt(Platform.TEAMS, chat).isPresent()
                || memory.group(code, chat).isPresent()
                || memory.isTeamOf(code, chat);
    }

    private static Optional<SchoolCode> byGroup(String chat, List<Served> all) {
        return all.stream()
                .filter(served -> served.school().groupAt(Platform.TEAMS, chat).isPresent())
                .map(served -> served.school().code())
                .findFirst();
    }

    private Optional<SchoolCode> byKnownAuthor(Activity activity, List<Served> all) throws RefusedException {
        if (activity.getFrom() == null) {
            return Optional.empty();
        }
        String guid = ActivityTranslator.author(activity).value();
        return all.stream()
                .filter(served -> memory.person(served.school().code(), guid)
                        .filter(person -> !person.foreign()
                                && People.staffWith(served, person.emails()).isPresent())
                        .isPresent())
                .map(served -> served.school().code())
                .findFirst();
    }

    private List<SchoolCode> whoseStaffTheAuthorIs(Activity activity, String chat, List<Served> all)
            throws RefusedException {
        return ask(activity, chat).filter(member -> !member.isForeign(tenant)).stream()
                .flatMap(member -> all.stream()
                        .filter(served ->
                                People.staffWith(served, member.emails()).isPresent()))
                .map(served -> served.school().code())
                .limit(1)
                .toList();
    }

    /** Teams is waiting for its own answer, so that it may be asked a question for a short time only. */
    private Optional<Member> ask(Activity activity, String chat) throws RefusedException {
        String guid = ActivityTranslator.author(activity).value();
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
