package uk.schoolgate.adapter.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.adapter.teams.ServedSchools.Served;
import uk.schoolgate.adapter.teams.connector.Connector;
import uk.schoolgate.adapter.teams.connector.ConnectorException;
import uk.schoolgate.adapter.teams.connector.Member;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/** Who is who: ties Entra object ids to the staff list by e-mail, with what Teams says about the members of a chat. */
final class People {
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration ROSTER_FRESH = Duration.ofMinutes(5);
    private static final Duration LOOK_AROUND_AGAIN_AFTER = Duration.ofMinutes(10);

    private final ServedSchools schools;
    private final Memory memory;
    private final Connector connector;
    private final String tenant;
    private final Clock clock;
    private final Map<String, Roster> rosters = new HashMap<>();
    private final Map<SchoolCode, Instant> lookedAround = new HashMap<>();

    private record Roster(List<Member> members, Instant at) {}

    People(ServedSchools schools, Memory memory, Connector connector, String tenant, Clock clock) {
        this.schools = schools;
        this.memory = memory;
        this.connector = connector;
        this.tenant = tenant;
        this.clock = clock;
    }

    Optional<Served> served(SchoolCode code) {
        return schools.all().stream()
                .filter(served -> served.school().code().equals(code))
                .findFirst();
    }

    /** The school's own id of somebody; the Entra object id where the staff list does not know their e-mail. */
    PersonId idOf(SchoolCode school, Memory.Person person) {
        return served(school)
                .flatMap(served -> staffWith(served, person.emails()))
                .map(StaffMember::id)
                .orElse(new PersonId(person.guid()));
    }

    static Optional<StaffMember> staffWith(Served served, List<String> emails) {
        return served.roll().staff().stream()
                .filter(member -> member.email()
                        .map(email -> emails.contains(email.strip().toLowerCase(Locale.ROOT)))
                        .orElse(false))
                .findFirst();
    }

    /** Somebody who wrote in a chat, as Teams describes them. */
    Memory.Person lookUp(SchoolCode school, Memory.Place where, String guid) throws ConnectorException {
        Optional<Memory.Person> known = memory.person(school, guid);
        if (known.isPresent() && known.get().isFresh(clock.instant(), FRESH)) {
            return known.get();
        }
        try {
            Memory.Person person = connector
                    .member(
                            where.serviceUrl(),
                            where.conversation(),
                            memory.teamsId(school, guid).orElse(guid))
                    .map(member -> personOf(member, guid))
                    .orElseGet(() -> stranger(guid));
            memory.rememberPerson(school, person);
            return person;
        } catch (ConnectorException e) {
            if (known.isPresent()) {
                return known.get();
            }
            if (e.mayWorkLater()) {
                throw e;
            }
            return stranger(guid);
        }
    }

    private Memory.Person personOf(Member member, String guid) {
        return new Memory.Person(guid, member.id(), member.emails(), member.isOutside(tenant), clock.millis());
    }

    /** Somebody whom Teams does not describe is trusted with nothing. */
    private Memory.Person stranger(String guid) {
        return new Memory.Person(guid, "", List.of(), true, clock.millis());
    }

    /** Somebody by the school's id of them, if they were ever seen in Teams. */
    Optional<Memory.Person> find(SchoolCode school, PersonId person) {
        Optional<Served> served = served(school);
        Optional<String> email = served.flatMap(it -> it.roll().staffMember(person))
                .flatMap(StaffMember::email)
                .map(it -> it.strip().toLowerCase(Locale.ROOT));
        if (email.isEmpty()) {
            return memory.person(school, person.value());
        }
        return memory.personOf(school, email.get()).or(() -> {
            lookAround(served.get());
            return memory.personOf(school, email.get());
        });
    }

    /** Asks Teams who is in the school's groups, now and then: somebody may have been added who never wrote. */
    private void lookAround(Served served) {
        SchoolCode code = served.school().code();
        synchronized (lookedAround) {
            Instant now = clock.instant();
            Instant last = lookedAround.getOrDefault(code, Instant.EPOCH);
            if (last.plus(LOOK_AROUND_AGAIN_AFTER).isAfter(now)) {
                return;
            }
            lookedAround.put(code, now);
        }
        for (Group group : served.school().groups()) {
            if (group.platform() == Platform.TEAMS) {
                memory.group(code, group.address()).ifPresent(place -> rosterOrNobody(code, place));
            }
        }
    }

    private void rosterOrNobody(SchoolCode school, Memory.Place place) {
        try {
            var _ = roster(school, place);
        } catch (ConnectorException e) {
            // They stay unknown until the next look.
        }
    }

    /** Everybody in a group. */
    List<Member> roster(SchoolCode school, Memory.Place place) throws ConnectorException {
        String key = school + "/" + place.conversation();
        Instant now = clock.instant();
        synchronized (rosters) {
            Roster known = rosters.get(key);
            if (known != null && known.at().plus(ROSTER_FRESH).isAfter(now)) {
                return known.members();
            }
        }
        List<Member> members = connector.members(place.serviceUrl(), place.conversation());
        members.stream()
                .filter(member -> !member.isBot() && !member.guid().isEmpty())
                .forEach(member -> memory.rememberPerson(school, personOf(member, member.guid())));
        synchronized (rosters) {
            rosters.values().removeIf(roster -> roster.at().plus(ROSTER_FRESH).isBefore(now));
            rosters.put(key, new Roster(members, now));
        }
        return members;
    }

    /** Somebody came or went: the next question is answered by who is there then. */
    void forgetRoster(SchoolCode school, String conversation) {
        synchronized (rosters) {
            rosters.remove(school + "/" + conversation);
        }
    }
}
