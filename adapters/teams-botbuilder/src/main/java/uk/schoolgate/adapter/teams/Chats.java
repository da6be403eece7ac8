package uk.schoolgate.adapter.teams;

import java.util.Optional;
import java.util.stream.Stream;
import uk.schoolgate.adapter.teams.connector.Connector;
import uk.schoolgate.adapter.teams.connector.ConnectorException;
import uk.schoolgate.adapter.teams.connector.Pace;
import uk.schoolgate.adapter.teams.connector.TooFastException;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/** The private chats between people and the bot, opened by the bot where the person has not. */
final class Chats {
    private final People people;
    private final Memory memory;
    private final Connector connector;
    private final Pace pace;
    private final String appId;
    private final String tenant;

    Chats(People people, Memory memory, Connector connector, Pace pace, String appId, String tenant) {
        this.people = people;
        this.memory = memory;
        this.connector = connector;
        this.pace = pace;
        this.appId = appId;
        this.tenant = tenant;
    }

    /**
     * The chat with somebody, opened now if it must be; empty for somebody who was never seen in Teams.
     *
     * @throws ConnectorException when it cannot be opened; 403 when they cannot be written to at all
     * @throws TooFastException when it has to be opened, and not just now
     */
    Optional<Memory.Place> with(SchoolCode school, PersonId person) throws ConnectorException, TooFastException {
        Optional<Memory.Person> known = people.find(school, person);
        String guid = known.map(Memory.Person::guid).orElse(person.value());
        Optional<Memory.Place> chat = memory.chatWith(school, guid);
        if (chat.isPresent() || known.isEmpty()) {
            return chat;
        }
        Optional<Memory.Place> anywhere = anyPlace(school);
        if (anywhere.isEmpty()) {
            return Optional.empty();
        }
        String botId = anywhere.get().botId().isEmpty()
                ? "28:" + appId
                : anywhere.get().botId();
        String serviceUrl = anywhere.get().serviceUrl();
        String id = known.get().teamsId().isEmpty() ? guid : known.get().teamsId();
        pace.require("chat with " + guid);
        Memory.Place opened =
                new Memory.Place(connector.createPrivate(serviceUrl, botId, id, tenant), serviceUrl, botId);
        memory.rememberChat(school, guid, opened);
        return Optional.of(opened);
    }

    /** A tenant has one serviceUrl, which any of the school's groups knows. */
    private Optional<Memory.Place> anyPlace(SchoolCode school) {
        Stream<Group> groups = people.served(school).stream().flatMap(served -> served.school().groups().stream());
        return groups.filter(group -> group.platform() == Platform.TEAMS)
                .flatMap(group -> memory.group(school, group.address()).stream())
                .findFirst()
                .or(() -> memory.lastPlace(school));
    }

    /** Teams' own id of somebody, where it is known. */
    Optional<String> teamsIdOf(SchoolCode school, PersonId person) throws ConnectorException {
        return people.find(school, person).map(Memory.Person::teamsId).filter(id -> !id.isEmpty());
    }

    /** The Entra object id of somebody. */
    String guidOf(SchoolCode school, PersonId person) {
        return people.known(school, person).map(Memory.Person::guid).orElse(person.value());
    }

    void forget(SchoolCode school, PersonId person) {
        memory.forgetChat(school, guidOf(school, person));
    }
}
