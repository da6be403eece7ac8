package uk.schoolgate.adapter.teams;

import java.util.List;
import java.util.Optional;
import uk.schoolgate.adapter.teams.ServedSchools.Served;
import uk.schoolgate.adapter.teams.connector.ConnectorException;
import uk.schoolgate.adapter.teams.connector.Member;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/** Whether somebody reads along in a chat who is none of the school's staff, as Teams has it at this moment. */
final class Onlookers {
    private final People people;
    private final String tenant;

    Onlookers(People people, String tenant) {
        this.people = people;
        this.tenant = tenant;
    }

    /**
     * Whether there are any in a group. One that the school does not list must hold people of the staff list alone.
     *
     * @throws ConnectorException when Teams does not say
     */
    boolean areInGroup(SchoolCode school, Memory.Place place) throws ConnectorException {
        Optional<Served> served = people.served(school);
        if (served.isEmpty()) {
            return true;
        }
        List<Member> members = people.roster(school, place).stream()
                .filter(member -> !member.isBot())
                .toList();
        boolean listed = served.get()
                .school()
                .groupAt(Platform.TEAMS, place.conversation())
                .isPresent();
        return members.isEmpty()
                || members.stream()
                        .anyMatch(member -> member.isOutside(tenant)
                                || (!listed
                                        && People.staffWith(served.get(), member.emails())
                                                .isEmpty()));
    }

    /**
     * Whether the one person of a private chat is one, or anybody in particular at all.
     *
     * @throws ConnectorException when Teams does not say
     */
    boolean areInPrivate(SchoolCode school, Memory.Place place, String guid) throws ConnectorException {
        return people.ask(school, place, guid).map(Memory.Person::outside).orElse(true);
    }
}
