package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            Set<String> told = told(post, post.id(), byCause);
            if (post.outcome() == Outcome.NUDGE) {
                nudges.merge(post.author(), told.size(), Integer::sum);
            } else {
                assertThat(told).as("who was told of %s", post).isEqualTo(expected(post));
            }
            post.outcome()
                    .revision()
                    .ifPresent(revision -> assertThat(told(post, revision.idFor(post), byCause))
                            .as("who was told what became of %s", post)
                            .isEqualTo(expectedAfterRevision(post)));
        }
        assertThat(nudges)
                .as("one kind word a week")
                .allSatisfy((author, times) -> assertThat(times).isEqualTo(1));
        Set<String> known = posts.stream()
                .flatMap(post -> Stream.concat(
                        Stream.of(post.id()), post.outcome().revision().map(revision -> revision.idFor(post)).stream()))
                .map(DrillMessages::eventOf)
                .collect(Collectors.toSet());
        assertThat(byCause.keySet())
                .as("nothing was said without a cause")
                .allMatch(cause -> known.contains(cause)
                        || cause.startsWith(DrillMessages.eventOf("press-"))
                        || cause.startsWith("about:"));
    }

    private static Set<String> told(DrillMessages.Post post, String id, Map<String, List<Phones.Said>> byCause) {
        List<Phones.Said> effects = byCause.getOrDefault(DrillMessages.eventOf(id), List.of());
        assertThat(effects)
                .as("one cause tells one conversation once: %s of %s", id, post)
                .extracting(Phones.Said::conversation)
                .doesNotHaveDuplicates();
        return effects.stream()
                .map(effect -> effect.person().isEmpty() ? "group" : effect.person())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> expected(DrillMessages.Post post) {
        if (post.outcome().isReviewed()) {
            return new TreeSet<>(Set.of(post.author(), post.group().rep()));
        }
        return switch (post.outcome()) {
            case ANSWER -> Set.of("group");
            case TAKEN_ON -> new TreeSet<>(Set.of(post.author(), LEAD));
            default -> Set.of();
        };
    }

    /** What became of a message after it was handed over, the inbox alone hears. */
    private static Set<String> expectedAfterRevision(DrillMessages.Post post) {
        return switch (post.outcome()) {
            case MENDED, DELETED ->
                new TreeSet<>(Set.of(post.author(), post.group().rep()));
            case EDITED_THEN_HANDED_OVER -> Set.of(post.group().rep());
            default -> Set.of();
        };
    }

    /** By Message-ID; a second copy only where nobody could know that the first had been taken. */
    void everyIncidentIsInTheInboxOnce() {
        Map<String, String> children = childOfEachIncident();
        List<String> confirmed = posts.stream()
                .filter(post -> post.outcome().isHandedOver())
                .map(DrillMessages.Post::child)
                .distinct()
                .toList();
        assertThat(children.values()).as("none lost, none invented").containsExactlyInAnyOrderElementsOf(confirmed);
    }

    /** By Message-ID. */
    private Map<String, String> childOfEachIncident() {
        Map<String, String> children = new HashMap<>();
        copiesTo(DrillSchool.INBOX).forEach((id, same) -> {
            onlyExcusedCopies(id, same);
            if (same.getFirst().answered().isEmpty()) {
                children.put(id, childIn(textOf(id, same)));
            }
        });
        return children;
    }

    /** All copies of an e-mail say the same. */
    private static String textOf(String id, List<Copy> same) {
        Set<String> texts =
                same.stream().map(copy -> PlainPart.of(copy.message())).collect(Collectors.toSet());
        assertThat(texts).as("copies of %s", id).hasSize(1);
        return texts.iterator().next();
    }

    /** What was confirmed is what is in the e-mail: the words after an edit, and all messages of a pile-on. */
    void everyIncidentSaysWhatWasConfirmed() {
        Map<String, String> texts = new HashMap<>();
        copiesTo(DrillSchool.INBOX).forEach((id, same) -> {
            if (same.getFirst().answered().isEmpty()) {
                String text = textOf(id, same);
                texts.put(childIn(text), text);
            }
        });
        for (DrillMessages.Post post : posts) {
            if (post.outcome().isHandedOver()) {
                String text = texts.getOrDefault(post.child(), "");
                assertThat(text).as("%s", post).contains(post.text());
                assertThat(text.contains(DrillMessages.EDITED))
                        .as("%s", post)
                        .isEqualTo(post.outcome().beforeDecision().isPresent());
            }
        }
    }

    /** What became of a message after the hand-over follows its incident, once, in the same thread. */
    void everyLaterChangeFollowedItsIncidentOnce() {
        Map<String, String> children = childOfEachIncident();
        List<String> followed = new ArrayList<>();
        copiesTo(DrillSchool.INBOX)
                .forEach((id, same) -> same.getFirst().answered().ifPresent(incident -> {
                    String child = children.getOrDefault(incident, "nobody's, which answers " + incident);
                    boolean edited = textOf(id, same).contains(DrillMessages.EDITED);
                    followed.add(child + (edited ? " edited" : " deleted"));
                }));
        List<String> revised = posts.stream()
                .filter(post -> post.outcome().afterHandOver().isPresent())
                .map(post ->
                        post.child() + (post.outcome() == Outcome.HANDED_OVER_THEN_EDITED ? " edited" : " deleted"))
                .toList();
        assertThat(followed).as("follow-ups").containsExactlyInAnyOrderElementsOf(revised);
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
        once(subjects, "concern.raised", concerns(Outcome::isReviewed) + count(Outcome.TAKEN_ON));
        once(subjects, "concern.joined", count(Outcome.PILED_ON) / 2);
        once(subjects, "concern.confirmed", concerns(Outcome::isHandedOver));
        once(subjects, "incident.delivered", concerns(Outcome::isHandedOver));
        once(subjects, "concern.dismissed", count(Outcome.DISMISSED));
        once(subjects, "concern.removed", count(Outcome.REMOVED));
        once(subjects, "concern.taken-on", count(Outcome.TAKEN_ON));
        once(
                subjects,
                "message.edited",
                count(Outcome.EDITED_THEN_HANDED_OVER) + count(Outcome.HANDED_OVER_THEN_EDITED));
        once(subjects, "message.mended", count(Outcome.MENDED));
        once(subjects, "message.deleted", count(Outcome.DELETED) + count(Outcome.HANDED_OVER_THEN_DELETED));
        once(subjects, "concern.closed", count(Outcome.REMOVED) + count(Outcome.MENDED) + count(Outcome.DELETED));
        once(subjects, "press.refused", 0);
    }

    /** How many concerns end so: one for each child, however many wrote about it. */
    private int concerns(Predicate<Outcome> end) {
        return Math.toIntExact(posts.stream()
                .filter(post -> end.test(post.outcome()))
                .map(DrillMessages.Post::child)
                .distinct()
                .count());
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
