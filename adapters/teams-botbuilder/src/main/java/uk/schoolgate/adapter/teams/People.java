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
    private static final Duration LOOK_AROUND_AGAIN_AFTER = Duration.ofMinutes(10);

    private final ServedSchools schools;
    private final Memory memory;
    private final Connector connector;
    private final String tenant;
    private final Clock clock;
    private final Map<SchoolCode, Instant> lookedAround = new HashMap<>();

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
                .flatMap(served -> staffWith(served, addressesOf(school, person)))
                .map(StaffMember::id)
                .orElse(new PersonId(person.guid()));
    }

    private List<String> addressesOf(SchoolCode school, Memory.Person person) {
        return person.emails().stream()
                .filter(email -> memory.mayHave(school, person, email))
                .toList();
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
            // Who is not in this chat any more is still who they were.
            return ask(school, where, guid).or(() -> known).orElseGet(() -> stranger(guid));
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

    /** What Teams says now about somebody in a chat, which is remembered; empty where it does not have them there. */
    Optional<Memory.Person> ask(SchoolCode school, Memory.Place where, String guid) throws ConnectorException {
        Optional<Memory.Person> person = connector
                .member(
                        where.serviceUrl(),
                        where.conversation(),
                        memory.teamsId(school, guid).orElse(guid))
                .map(member -> personOf(member, guid));
        person.ifPresent(it -> memory.rememberPerson(school, it));
        return person;
    }

    private Memory.Person personOf(Member member, String guid) {
        return new Memory.Person(
                guid, member.id(), member.emails(), member.isOutside(tenant), member.isForeign(tenant), clock.millis());
    }

    /** Somebody whom Teams does not describe is trusted with nothing; nor is that remembered: another chat may tell. */
    private Memory.Person stranger(String guid) {
        return new Memory.Person(guid, "", List.of(), true, true, clock.millis());
    }

    /**
     * Somebody by the school's id of them, if they were ever seen in Teams, or are in one of the school's groups.
     *
     * @throws ConnectorException when they are not known, and Teams does not say now who is in the groups
     */
    Optional<Memory.Person> find(SchoolCode school, PersonId person) throws ConnectorException {
        Optional<Memory.Person> known = known(school, person);
        Optional<Served> served = served(school);
        if (known.isPresent() || served.flatMap(it -> emailOf(it, person)).isEmpty()) {
            return known;
        }
        Optional<ConnectorException> failure = lookAround(served.get());
        Optional<Memory.Person> found = known(school, person);
        if (found.isEmpty() && failure.isPresent()) {
            throw failure.get();
        }
        return found;
    }

    /** The same without asking Teams. */
    Optional<Memory.Person> known(SchoolCode school, PersonId person) {
        Optional<String> email = served(school).flatMap(it -> emailOf(it, person));
        return email.isEmpty() ? memory.person(school, person.value()) : memory.personOf(school, email.get());
    }

    private static Optional<String> emailOf(Served served, PersonId person) {
        return served.roll()
                .staffMember(person)
                .flatMap(StaffMember::email)
                .map(it -> it.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Asks Teams who is in the school's groups, now and then: somebody may have been added who never wrote. Gives what kept
     * it from looking at all of them, if that may be otherwise soon; then the next time is not put off.
     */
    private Optional<ConnectorException> lookAround(Served served) {
        SchoolCode code = served.school().code();
        synchronized (lookedAround) {
            Instant now = clock.instant();
            Instant last = lookedAround.getOrDefault(code, Instant.EPOCH);
            if (last.plus(LOOK_AROUND_AGAIN_AFTER).isAfter(now)) {
                return Optional.empty();
            }
            lookedAround.put(code, now);
        }
        Optional<ConnectorException> failure = Optional.empty();
        for (Group group : served.school().groups()) {
            Optional<Memory.Place> place =
                    group.platform() == Platform.TEAMS ? memory.group(code, group.address()) : Optional.empty();
            if (place.isPresent()) {
                Optional<ConnectorException> here = look(code, place.get());
                failure = here.isPresent() ? here : failure;
            }
        }
        if (failure.isPresent()) {
            synchronized (lookedAround) {
                lookedAround.remove(code);
            }
        }
        return failure;
    }

    private Optional<ConnectorException> look(SchoolCode school, Memory.Place place) {
        try {
            var _ = roster(school, place);
            return Optional.empty();
        } catch (ConnectorException e) {
            return e.mayWorkLater() ? Optional.of(e) : Optional.empty();
        }
    }

    /** Everybody who is in a group now: nothing tells for certain that somebody has come since the last time. */
    List<Member> roster(SchoolCode school, Memory.Place place) throws ConnectorException {
        List<Member> members = connector.members(place.serviceUrl(), place.conversation());
        members.stream()
                .filter(member -> !member.isBot() && !member.guid().isEmpty())
                .forEach(member -> memory.rememberPerson(school, personOf(member, member.guid())));
        return members;
    }
}
