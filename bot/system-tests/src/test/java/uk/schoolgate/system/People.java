package uk.schoolgate.system;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Plays everybody who has something to decide: looks at the phones and does what the plan says. */
final class People {
    private static final String PRESS = DrillMessages.eventOf("press-");

    private final Map<String, List<DrillMessages.Post>> byChild;
    private final Deliveries deliveries;
    /** Which messages a concern is about, from when its card was seen. */
    private final Map<String, List<DrillMessages.Post>> byConcern = new HashMap<>();

    private final Map<String, String> removals = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    People(List<DrillMessages.Post> posts, Deliveries deliveries) {
        this.byChild = posts.stream()
                .filter(post -> !post.child().isEmpty())
                .collect(Collectors.groupingBy(DrillMessages.Post::child));
        this.deliveries = deliveries;
    }

    /** Reacts to something that was said to somebody. */
    void see(Phones.Said said) {
        said.action("hand-over").ifPresent(action -> reviewed(said, action));
        said.action("sure").ifPresent(action -> press(said.person(), action));
        said.action("take-on").ifPresent(action -> press(said.person(), action));
        said.action("removed").ifPresent(action -> removals.put(concernOf(action), said.person()));
        reviseWhatWasHandedOver(said);
        removeWhatIsKnown();
    }

    private void reviewed(Phones.Said card, String handOver) {
        byChild.entrySet().stream()
                .filter(about -> card.text().contains(about.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .ifPresent(posts -> reviewed(card, handOver, posts));
    }

    private void reviewed(Phones.Said card, String handOver, List<DrillMessages.Post> posts) {
        byConcern.put(concernOf(handOver), posts);
        DrillMessages.Post first = posts.getFirst();
        first.outcome().beforeDecision().ifPresent(revision -> revise(first, revision));
        switch (first.outcome()) {
            case HANDED_OVER, HANDED_OVER_THEN_EDITED, HANDED_OVER_THEN_DELETED -> press(card.person(), handOver);
            case DISMISSED -> press(card.person(), card.action("dismiss").orElseThrow());
            case EDITED_THEN_HANDED_OVER -> {
                if (card.text().contains(DrillMessages.EDITED)) {
                    press(card.person(), handOver);
                }
            }
            case PILED_ON -> {
                if (posts.stream().allMatch(post -> card.text().contains(post.text()))) {
                    press(card.person(), handOver);
                }
            }
            default -> {
                // The author takes it back or changes it, or nobody does anything.
            }
        }
    }

    /** What follows from a press that hands over says which concern was pressed for. */
    private void reviseWhatWasHandedOver(Phones.Said said) {
        int sure = said.cause().indexOf("-sure:");
        if (said.cause().startsWith(PRESS) && sure >= 0) {
            String concern = concernOf(said.cause().substring(sure + 1));
            byConcern.getOrDefault(concern, List.of()).stream()
                    .limit(1)
                    .forEach(post -> post.outcome().afterHandOver().ifPresent(revision -> revise(post, revision)));
        }
    }

    /** An author presses only when the drill knows, from the rep's card, which message theirs is. */
    private void removeWhatIsKnown() {
        removals.forEach((concern, author) -> {
            List<DrillMessages.Post> posts = byConcern.get(concern);
            if (posts != null && posts.getFirst().outcome() == DrillMessages.Outcome.REMOVED) {
                press(author, "removed:" + concern);
            }
        });
    }

    private void revise(DrillMessages.Post post, DrillMessages.Revision revision) {
        if (done.add(revision.idFor(post))) {
            deliveries.revise(post, revision);
        }
    }

    private void press(String person, String action) {
        if (done.add(person + action)) {
            deliveries.press(person, action);
        }
    }

    private static String concernOf(String action) {
        return action.substring(action.indexOf(':') + 1);
    }
}
