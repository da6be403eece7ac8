package uk.schoolgate.adapter.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.SchoolCode;

/**
 * What has to be known to reach people in Teams, which only their own activities tell: kept in the notebook, so that a
 * restarted bot, or another one, can write to them too.
 */
final class Memory {
    private static final Duration LIFE = Duration.ofDays(400);
    private static final Duration LIFE_OF_A_CARD = Duration.ofDays(60);
    private static final Duration LIFE_OF_A_RECEIPT = Duration.ofDays(4);
    /** As long as the office is not told again of the same. */
    private static final Duration LIFE_OF_A_REFUSAL = Duration.ofDays(1);
    /**
     * A note that says the same is written again only so often, to keep it alive; and soon, because it may have been erased
     * for somebody who goes on writing.
     */
    private static final Duration WRITTEN_AGAIN_AFTER = Duration.ofMinutes(5);

    private static final int MOST_RECENT = 10_000;

    private final Notebook notebook;
    private final Clock clock;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, Written> recent = new LinkedHashMap<>(16, 0.75f, true);

    private record Written(String text, Instant at) {}

    /**
     * A chat and how it is reached.
     *
     * @param conversation Teams' id, without a thread
     * @param serviceUrl base URL of the Connector for it
     * @param botId what the bot is called there, {@code 28:…}
     */
    record Place(String conversation, String serviceUrl, String botId) {}

    /**
     * Somebody who was seen in Teams.
     *
     * @param guid Entra object id
     * @param teamsId {@code 29:…}; empty where it is not known yet
     * @param emails e-mail address and sign-in name, in lower case
     * @param outside whether they are a guest or of another tenant
     * @param foreign whether another tenant says who they are, so that their addresses prove nothing
     * @param learntAt when Teams last told us, epoch milliseconds
     */
    record Person(String guid, String teamsId, List<String> emails, boolean outside, boolean foreign, long learntAt) {
        boolean isFresh(Instant now, Duration fresh) {
            return Instant.ofEpochMilli(learntAt).plus(fresh).isAfter(now);
        }
    }

    Memory(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** How a group is reached. */
    Optional<Place> group(SchoolCode school, String conversation) {
        return read(school, "teams:group:" + conversation, Place.class);
    }

    void rememberGroup(SchoolCode school, Place place) {
        write(school, "teams:group:" + place.conversation(), place, LIFE);
        rememberLast(school, place);
    }

    void forgetGroup(SchoolCode school, String conversation) {
        erase(school, "teams:group:" + conversation);
    }

    /** Whether something came from a channel of that team, by the id that Teams has for the whole of it. */
    boolean isTeamOf(SchoolCode school, String team) {
        return notebook.read(school, "teams:team:" + team).isPresent();
    }

    void rememberTeam(SchoolCode school, String team) {
        writeText(school, "teams:team:" + team, "seen", LIFE);
    }

    /** When a message that did not mention the bot last came from a group, in UTC. */
    Optional<LocalDate> heard(SchoolCode school, String conversation) {
        return notebook.read(school, "teams:heard:" + conversation).map(LocalDate::parse);
    }

    void rememberHeard(SchoolCode school, String conversation) {
        writeText(
                school,
                "teams:heard:" + conversation,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
                LIFE);
    }

    /** Some chat of the school: all of a tenant's are reached at one serviceUrl. */
    Optional<Place> lastPlace(SchoolCode school) {
        return read(school, "teams:last-place", Place.class);
    }

    private void rememberLast(SchoolCode school, Place place) {
        write(school, "teams:last-place", new Place("", place.serviceUrl(), place.botId()), LIFE);
    }

    /** The private chat with somebody. */
    Optional<Place> chatWith(SchoolCode school, String guid) {
        return read(school, "teams:chat:" + guid, Place.class);
    }

    void rememberChat(SchoolCode school, String guid, Place place) {
        write(school, "teams:chat:" + guid, place, LIFE);
        rememberLast(school, place);
    }

    void forgetChat(SchoolCode school, String guid) {
        erase(school, "teams:chat:" + guid);
    }

    /** Teams' own id of somebody who wrote, {@code 29:…}. */
    Optional<String> teamsId(SchoolCode school, String guid) {
        return notebook.read(school, "teams:id:" + guid);
    }

    void rememberTeamsId(SchoolCode school, String guid, String teamsId) {
        writeText(school, "teams:id:" + guid, teamsId, LIFE);
    }

    Optional<Person> person(SchoolCode school, String guid) {
        return read(school, "teams:person:" + guid, Person.class);
    }

    /** Who has that e-mail address or sign-in name. */
    Optional<Person> personOf(SchoolCode school, String email) {
        return notebook.read(school, "teams:email:" + email)
                .flatMap(guid -> person(school, guid))
                .filter(person -> !person.foreign());
    }

    void rememberPerson(SchoolCode school, Person person) {
        write(school, "teams:person:" + person.guid(), person, LIFE);
        for (String email : person.emails()) {
            if (mayHave(school, person, email)) {
                writeText(school, "teams:email:" + email, person.guid(), LIFE);
            }
        }
    }

    /** Whether an address can be taken for somebody's own: a user of the tenant has theirs before any guest. */
    boolean mayHave(SchoolCode school, Person person, String email) {
        return !person.foreign()
                && (!person.outside()
                        || personOf(school, email)
                                .map(holder -> holder.outside() || holder.guid().equals(person.guid()))
                                .orElse(true));
    }

    /** The activities that show cards about a subject in a chat, oldest first. */
    List<String> cards(SchoolCode school, String conversation, String subject) {
        return notebook.read(school, cardKey(conversation, subject))
                .map(text -> List.of(text.split("\n")))
                .orElse(List.of());
    }

    void rememberCards(SchoolCode school, String conversation, String subject, List<String> activities) {
        notebook.write(school, cardKey(conversation, subject), String.join("\n", activities), LIFE_OF_A_CARD);
    }

    private static String cardKey(String conversation, String subject) {
        return "teams:card:" + conversation + ":" + subject;
    }

    /** The activity that an outgoing message became, if it was sent already. */
    Optional<String> sent(SchoolCode school, String outgoing) {
        return notebook.read(school, "teams:sent:" + outgoing);
    }

    void rememberSent(SchoolCode school, String outgoing, String activity) {
        notebook.write(school, "teams:sent:" + outgoing, activity.isEmpty() ? "-" : activity, LIFE_OF_A_RECEIPT);
    }

    /** The message that was refused today because of what somebody has to mend. */
    Optional<String> refused(SchoolCode school, String what) {
        return notebook.read(school, refusalKey(what));
    }

    void rememberRefused(SchoolCode school, String what, String outgoing) {
        notebook.write(school, refusalKey(what), outgoing, LIFE_OF_A_REFUSAL);
    }

    private static String refusalKey(String what) {
        return "teams:refused:" + Integer.toHexString(what.hashCode());
    }

    /** The cards that an outgoing message has taken the place of so far. */
    Set<String> replaced(SchoolCode school, String outgoing) {
        return notebook.read(school, "teams:replaced:" + outgoing)
                .map(text -> Set.of(text.split("\n")))
                .orElse(Set.of());
    }

    void rememberReplaced(SchoolCode school, String outgoing, Set<String> activities) {
        notebook.write(school, "teams:replaced:" + outgoing, String.join("\n", activities), LIFE_OF_A_RECEIPT);
    }

    private <T> Optional<T> read(SchoolCode school, String key, Class<T> type) {
        return notebook.read(school, key).map(text -> parse(text, type));
    }

    private <T> T parse(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note that cannot be read", e);
        }
    }

    private void write(SchoolCode school, String key, Record value, Duration life) {
        Map<String, Object> fields = mapper.convertValue(value, new TypeReference<>() {});
        // When it was learnt changes with every look; that alone is no news.
        String news = String.valueOf(without(fields, "learntAt"));
        if (isNews(school, key, news)) {
            try {
                notebook.write(school, key, mapper.writeValueAsString(value), life);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a note that cannot be written", e);
            }
            written(school, key, news);
        }
    }

    private static Map<String, Object> without(Map<String, Object> fields, String name) {
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        rest.remove(name);
        return rest;
    }

    private void writeText(SchoolCode school, String key, String text, Duration life) {
        if (isNews(school, key, text)) {
            notebook.write(school, key, text, life);
            written(school, key, text);
        }
    }

    /** The chat with that id may have been forgotten by another bot that shares the notebook: how it is reached is news. */
    void expectNewsOf(SchoolCode school, String conversation, String guid) {
        synchronized (recent) {
            recent.remove(school + "/teams:group:" + conversation);
            recent.remove(school + "/teams:chat:" + guid);
        }
    }

    private void erase(SchoolCode school, String key) {
        notebook.write(school, key, "", LIFE);
        synchronized (recent) {
            recent.remove(school + "/" + key);
        }
    }

    private boolean isNews(SchoolCode school, String key, String text) {
        synchronized (recent) {
            Written last = recent.get(school + "/" + key);
            return last == null
                    || !last.text().equals(text)
                    || last.at().plus(WRITTEN_AGAIN_AFTER).isBefore(clock.instant());
        }
    }

    private void written(SchoolCode school, String key, String text) {
        synchronized (recent) {
            recent.put(school + "/" + key, new Written(text, clock.instant()));
            if (recent.size() > MOST_RECENT) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
    }
}
