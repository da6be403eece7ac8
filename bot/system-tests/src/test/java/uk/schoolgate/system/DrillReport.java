package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.system.DrillMessages.Outcome;
import uk.schoolgate.system.FlawedMailServer.Copy;
import uk.schoolgate.system.FlawedMailServer.End;

/** Compares what happened in the drill with what had to happen. */
final class DrillReport {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String LEAD = "S02";

    private final List<DrillMessages.Post> posts;
    private final List<Phones.Said> said;
    private final List<Copy> copies;
    private final OwnRedis redis;

    DrillReport(List<DrillMessages.Post> posts, List<Phones.Said> said, List<Copy> copies, OwnRedis redis) {
        this.posts = posts;
        this.said = said;
        this.copies = copies;
        this.redis = redis;
    }

    void everyMessageHadItsEffectOnce() {
        assertThat(said).extracting(Phones.Said::id).doesNotHaveDuplicates();
        Map<String, List<Phones.Said>> byCause = said.stream().collect(Collectors.groupingBy(Phones.Said::cause));
        Map<String, Integer> nudges = new HashMap<>();
        for (DrillMessages.Post post : posts) {
            List<Phones.Said> effects = byCause.getOrDefault("playground:" + post.id(), List.of());
            assertThat(effects)
                    .as("one cause tells one conversation once: %s", post)
                    .extracting(Phones.Said::conversation)
                    .doesNotHaveDuplicates();
            Set<String> told = effects.stream()
                    .map(effect -> effect.person().isEmpty() ? "group" : effect.person())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (post.outcome() == Outcome.NUDGE) {
                nudges.merge(post.author(), told.size(), Integer::sum);
            } else {
                assertThat(told).as("who was told of %s", post).isEqualTo(expected(post));
            }
        }
        assertThat(nudges)
                .as("one kind word a week")
                .allSatisfy((author, times) -> assertThat(times).isEqualTo(1));
        Set<String> known =
                posts.stream().map(post -> "playground:" + post.id()).collect(Collectors.toSet());
        assertThat(byCause.keySet())
                .as("nothing was said without a cause")
                .allMatch(cause ->
                        known.contains(cause) || cause.startsWith("playground:press-") || cause.startsWith("about:"));
    }

    private static Set<String> expected(DrillMessages.Post post) {
        return switch (post.outcome()) {
            case NOTHING, NUDGE -> Set.of();
            case ANSWER -> Set.of("group");
            case HANDED_OVER, DISMISSED, REMOVED, LEFT ->
                new TreeSet<>(Set.of(post.author(), post.group().rep()));
            case TAKEN_ON -> new TreeSet<>(Set.of(post.author(), LEAD));
        };
    }

    /** By Message-ID; a second copy only where nobody could know that the first had been taken. */
    void everyIncidentIsInTheInboxOnce() {
        Map<String, List<Copy>> byId = copiesTo(DrillSchool.INBOX);
        List<String> children = new ArrayList<>();
        byId.forEach((id, same) -> {
            onlyExcusedCopies(id, same);
            Set<String> meant = same.stream()
                    .map(copy -> childIn(PlainPart.of(copy.message())))
                    .collect(Collectors.toSet());
            assertThat(meant).as("copies of %s are about one incident", id).hasSize(1);
            children.addAll(meant);
        });
        List<String> confirmed = posts.stream()
                .filter(post -> post.outcome() == Outcome.HANDED_OVER)
                .map(DrillMessages.Post::child)
                .toList();
        assertThat(children).as("none lost, none invented").containsExactlyInAnyOrderElementsOf(confirmed);
    }

    void everyUrgentMailCameOnce() {
        Map<String, List<Copy>> byId = copiesTo("dsl@drill.example");
        byId.forEach(DrillReport::onlyExcusedCopies);
        assertThat(byId).hasSize(count(Outcome.TAKEN_ON));
        assertThat(copies)
                .as("nobody else gets an e-mail")
                .extracting(Copy::to)
                .containsOnly(DrillSchool.INBOX, "dsl@drill.example");
    }

    private static void onlyExcusedCopies(String id, List<Copy> same) {
        assertThat(same.stream().filter(copy -> copy.end() == End.ORDERLY))
                .as("copies of %s that the bot knew to be taken", id)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(same.subList(0, same.size() - 1))
                .as("copies of %s that were followed by another", id)
                .allMatch(copy -> copy.end() != End.ORDERLY);
    }

    private Map<String, List<Copy>> copiesTo(String address) {
        return copies.stream()
                .filter(copy -> copy.to().equals(address))
                .collect(Collectors.groupingBy(Copy::id, TreeMap::new, Collectors.toList()));
    }

    private String childIn(String text) {
        return posts.stream()
                .map(DrillMessages.Post::child)
                .filter(child -> !child.isEmpty() && text.contains(child))
                .findFirst()
                .orElseThrow(() -> new AssertionError("an incident that nobody wrote: " + text));
    }

    void theTrailHasEachStepOnce() {
        Map<String, List<String>> subjects = new HashMap<>();
        for (String entry : redis.ask(client -> client.lrange("sg:" + DrillSchool.CODE + ":audit", 0, -1))) {
            JsonNode event = MAPPER.readTree(entry).path("event");
            subjects.computeIfAbsent(event.path("action").asString(), action -> new ArrayList<>())
                    .add(event.path("subject").asString());
        }
        int reviewed = Math.toIntExact(
                posts.stream().filter(post -> post.outcome().isReviewed()).count());
        once(subjects, "concern.raised", reviewed + count(Outcome.TAKEN_ON));
        once(subjects, "concern.confirmed", count(Outcome.HANDED_OVER));
        once(subjects, "incident.delivered", count(Outcome.HANDED_OVER));
        once(subjects, "concern.dismissed", count(Outcome.DISMISSED));
        once(subjects, "concern.removed", count(Outcome.REMOVED));
        once(subjects, "concern.taken-on", count(Outcome.TAKEN_ON));
    }

    private static void once(Map<String, List<String>> subjects, String action, int times) {
        assertThat(subjects.getOrDefault(action, List.of()))
                .as(action)
                .hasSize(times)
                .doesNotHaveDuplicates();
    }

    private int count(Outcome outcome) {
        return Math.toIntExact(
                posts.stream().filter(post -> post.outcome() == outcome).count());
    }

    String figures() {
        Map<Outcome, Long> outcomes = posts.stream()
                .collect(Collectors.groupingBy(DrillMessages.Post::outcome, TreeMap::new, Collectors.counting()));
        long ids = copies.stream().map(Copy::id).distinct().count();
        long dropped =
                copies.stream().filter(copy -> copy.end() == End.SERVER_DROPPED).count();
        long gone =
                copies.stream().filter(copy -> copy.end() == End.CLIENT_GONE).count();
        return posts.size() + " messages " + outcomes + ", " + said.size() + " things said; " + ids + " e-mails in "
                + copies.size() + " copies (" + dropped + " dropped after DATA, " + gone
                + " taken from a bot that died before it said good-bye)";
    }
}
