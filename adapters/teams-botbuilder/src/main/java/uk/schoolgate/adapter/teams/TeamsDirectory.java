package uk.schoolgate.adapter.teams;

import java.util.Optional;
import uk.schoolgate.adapter.teams.connector.ConnectorException;
import uk.schoolgate.adapter.teams.incoming.ActivityTranslator;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.DirectoryUnavailableException;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/** Who is who in Teams, and who reads along. */
final class TeamsDirectory implements Directory {
    /** In sign-in names that Entra makes for guests, which no mail reaches. */
    private static final String SIGN_IN_OF_A_GUEST = "#ext#";

    private final People people;
    private final Memory memory;
    private final Onlookers onlookers;

    TeamsDirectory(People people, Memory memory, Onlookers onlookers) {
        this.people = people;
        this.memory = memory;
        this.onlookers = onlookers;
    }

    @Override
    public Incoming recognise(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Message it
            when isTeams(it.conversation()) ->
                new Incoming.Message(
                        it.id(),
                        it.school(),
                        recognised(it.school(), it.conversation()),
                        recognised(it.school(), it.conversation(), it.author()),
                        it.sender(),
                        it.authorName(),
                        it.text(),
                        it.media(),
                        it.mentionsBot(),
                        it.repliesTo(),
                        it.at());
            case Incoming.Edited it
            when isTeams(it.conversation()) ->
                new Incoming.Edited(
                        it.id(),
                        it.school(),
                        recognised(it.school(), it.conversation()),
                        it.message(),
                        recognised(it.school(), it.conversation(), it.author()),
                        it.sender(),
                        it.authorName(),
                        it.text(),
                        it.at());
            case Incoming.Press it
            when isTeams(it.conversation()) ->
                new Incoming.Press(
                        it.id(),
                        it.school(),
                        recognised(it.school(), it.conversation()),
                        recognised(it.school(), it.conversation(), it.by()),
                        it.sender(),
                        it.action(),
                        it.at());
            case Incoming.Joined it
            when isTeams(it.conversation()) ->
                new Incoming.Joined(it.id(), it.school(), recognised(it.school(), it.conversation()), it.at());
            default -> incoming;
        };
    }

    private static boolean isTeams(Conversation conversation) {
        return conversation.platform() == Platform.TEAMS;
    }

    private Conversation recognised(SchoolCode school, Conversation conversation) {
        return conversation instanceof PrivateChat(Platform platform, PersonId person)
                ? new PrivateChat(platform, recognised(school, conversation, person))
                : conversation;
    }

    private PersonId recognised(SchoolCode school, Conversation conversation, PersonId person) {
        Optional<Memory.Place> place = place(school, conversation);
        if (place.isEmpty()) {
            // The bot may have been taken out while this waited: whom nobody can be asked about now may be known.
            return memory.person(school, person.value())
                    .map(known -> people.idOf(school, known))
                    .orElse(person);
        }
        try {
            return people.idOf(school, people.lookUp(school, place.get(), person.value()));
        } catch (ConnectorException e) {
            throw new DirectoryUnavailableException(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Memory.Place> place(SchoolCode school, Conversation conversation) {
        return switch (conversation) {
            case GroupChat(Platform platform, String address) ->
                memory.group(school, ActivityTranslator.withoutThread(address));
            case PrivateChat(Platform platform, PersonId person) -> memory.chatWith(school, person.value());
        };
    }

    @Override
    public boolean hasOutsiders(SchoolCode school, Conversation conversation) {
        if (!isTeams(conversation)) {
            return false;
        }
        return switch (conversation) {
            case PrivateChat(Platform platform, PersonId person) -> isOutside(school, person);
            case GroupChat(Platform platform, String address) ->
                hasOutsiders(school, ActivityTranslator.withoutThread(address));
        };
    }

    /** Where Teams does not say who somebody is, or not now, they may be anybody. */
    private boolean isOutside(SchoolCode school, PersonId person) {
        String guid = people.known(school, person).map(Memory.Person::guid).orElse(person.value());
        Optional<Memory.Place> chat = memory.chatWith(school, guid);
        if (chat.isEmpty()) {
            return true;
        }
        try {
            return onlookers.areInPrivate(school, chat.get(), guid);
        } catch (ConnectorException e) {
            return true;
        }
    }

    /** Where Teams does not say who is in a group, anybody may be. */
    private boolean hasOutsiders(SchoolCode school, String address) {
        Optional<Memory.Place> place = memory.group(school, address);
        try {
            return place.isEmpty() || onlookers.areInGroup(school, place.get());
        } catch (ConnectorException e) {
            return true;
        }
    }

    @Override
    public Optional<String> emailOf(SchoolCode school, PersonId person) {
        return memory.person(school, person.value()).stream()
                .flatMap(known -> known.emails().stream())
                .filter(email -> email.contains("@") && !email.contains(SIGN_IN_OF_A_GUEST))
                .findFirst();
    }
}
