package uk.schoolgate.adapter.whatsapp.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.HeldMessages;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Intake.Receipt;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Platform;

/**
 * Asks Twilio what hosted groups have seen, and brings in what no hook has told of: Twilio does not repeat one that
 * failed. What is here already is known by its id, so several bots may ask.
 */
public final class CatchUp {
    /** How far a bot that has just started looks back: an outage over a weekend. Ids are known for longer than that. */
    static final Duration FIRST_LOOK = Duration.ofDays(3);
    /** Looks overlap, as a message may be listed later than it was written. */
    static final Duration OVERLAP = Duration.ofMinutes(15);
    /** A younger message may still come by its hook. */
    static final Duration RIPE = Duration.ofMinutes(1);

    /** The status of a conversation that Twilio does not know, of which {@code whatsapp doctor} tells. */
    private static final int NOT_MADE_YET = 404;

    private static final int PAGE = 100;
    /** More than a group of fifty writes over a weekend; what it has seen is held in memory until it is put in order. */
    private static final int MOST_PAGES = 100;

    private final ServedSchools schools;
    private final TwilioApi api;
    private final PostReader posts;
    private final Arrivals arrivals;
    private final Clock clock;
    private final Map<String, Instant> lookedUntil = new HashMap<>();

    public CatchUp(
            TwilioAccount account,
            TwilioApi api,
            ServedSchools schools,
            Notebook notebook,
            Intake intake,
            Languages languages,
            Clock clock) {
        this.schools = schools;
        this.api = api;
        this.posts = new PostReader(schools, languages);
        Contacts contacts = new Contacts(notebook, clock);
        GroupStop stops = new GroupStop(schools, contacts, intake);
        this.arrivals = new Arrivals(contacts, new HeldMessages(notebook, clock), intake, stops, account, clock);
        this.clock = clock;
    }

    /**
     * What came of a look.
     *
     * @param broughtIn how many messages no hook had told of
     * @param problems why a group, or the rest of them, could not be looked through, in a sentence each, without names
     */
    public record Look(int broughtIn, Set<String> problems) {
        public Look {
            problems = Set.copyOf(problems);
        }
    }

    /** Looks through every hosted group once; one that could not be looked through is, next time, as far back. */
    public synchronized Look look() {
        Set<String> problems = new TreeSet<>();
        int broughtIn = 0;
        try {
            for (String conversation : conversations()) {
                broughtIn += look(conversation, problems);
            }
        } catch (StoreUnavailableException e) {
            problems.add("the store cannot be reached");
        }
        return new Look(broughtIn, problems);
    }

    private List<String> conversations() {
        return schools.all().stream()
                .flatMap(served -> served.school().groups().stream())
                .filter(group -> group.platform() == Platform.WHATSAPP)
                .map(Group::address)
                .distinct()
                .toList();
    }

    private int look(String conversation, Set<String> problems) {
        Instant now = clock.instant();
        Instant since = lookedUntil.getOrDefault(conversation, now.minus(FIRST_LOOK));
        Optional<List<JsonNode>> seen = seen(conversation, since, problems);
        if (seen.isEmpty()) {
            return 0;
        }
        int broughtIn = 0;
        for (JsonNode message : seen.get()) {
            broughtIn += bringIn(conversation, message, now) ? 1 : 0;
        }
        lookedUntil.put(conversation, now.minus(OVERLAP));
        return broughtIn;
    }

    /** What a group has seen since, oldest first; empty where Twilio would not say. */
    private Optional<List<JsonNode>> seen(String conversation, Instant since, Set<String> problems) {
        List<JsonNode> newestFirst = new ArrayList<>();
        Optional<String> page = Optional.of("");
        for (int pages = 0; pages < MOST_PAGES && page.isPresent(); pages++) {
            Answer answer = api.get(Host.CONVERSATIONS, TwilioApi.messagesOf(conversation), query(page.get()));
            if (answer.status() == NOT_MADE_YET) {
                return Optional.empty();
            }
            if (!answer.ok()) {
                problems.add(answer.describe());
                return Optional.empty();
            }
            List<JsonNode> listed = answer.json().path("messages").valueStream().toList();
            List<JsonNode> wanted = listed.stream()
                    .filter(message -> !writtenAt(message).isBefore(since))
                    .toList();
            newestFirst.addAll(wanted);
            page = wanted.size() < listed.size() ? Optional.empty() : answer.nextPage();
        }
        if (page.isPresent()) {
            problems.add("one has seen more than is asked for at once, and what is older was left");
        }
        return Optional.of(newestFirst.reversed());
    }

    private static Map<String, String> query(String page) {
        Map<String, String> query = new HashMap<>(Map.of("Order", "desc", "PageSize", Integer.toString(PAGE)));
        if (!page.isEmpty()) {
            query.put("PageToken", page);
        }
        return query;
    }

    private Instant writtenAt(JsonNode message) {
        return arrivals.writtenAt(message.path("date_created").asString(""));
    }

    private boolean bringIn(String conversation, JsonNode message, Instant now) {
        Instant at = writtenAt(message);
        String sid = message.path("sid").asString("");
        return !sid.isEmpty()
                && !at.isAfter(now.minus(RIPE))
                && posts.ofList(conversation, message, arrivals::nameOf)
                        .map(post -> arrivals.take(post, sid, at))
                        .filter(Receipt.ACCEPTED::equals)
                        .isPresent();
    }
}
