package uk.schoolgate.adapter.teams;

import com.microsoft.bot.schema.Activity;
import java.util.List;
import java.util.Optional;
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
    private final ServedSchools schools;
    private final Memory memory;
    private final Connector connector;

    SchoolFinder(ServedSchools schools, Memory memory, Connector connector) {
        this.schools = schools;
        this.memory = memory;
        this.connector = connector;
    }

    /** The school; empty where it is none of ours. */
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
                    .filter(person -> People.staffWith(served, person.emails()).isPresent())
                    .isPresent()) {
                return Optional.of(code);
            }
        }
        try {
            Optional<Member> member = connector.member(
                    activity.getServiceUrl(),
                    ActivityTranslator.withoutThread(conversation),
                    Optional.ofNullable(activity.getFrom().getId()).orElse(guid));
            return member.flatMap(it -> all.stream()
                    .filter(served -> People.staffWith(served, it.emails()).isPresent())
                    .map(served -> served.school().code())
                    .findFirst());
        } catch (ConnectorException e) {
            throw new RefusedException(RefusedException.TRY_AGAIN, "nobody says whose staff the author is");
        }
    }
}
