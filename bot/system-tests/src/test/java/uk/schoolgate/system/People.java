package uk.schoolgate.system;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plays everybody who has something to decide: looks at the phones and presses what the plan says. */
final class People {
    private final Map<String, DrillMessages.Post> byChild;
    private final Deliveries deliveries;
    /** Whose message a concern is about, from when its card was seen. */
    private final Map<String, DrillMessages.Post> byConcern = new HashMap<>();

    private final Map<String, String> removals = new HashMap<>();
    private final Set<String> pressed = new HashSet<>();

    People(List<DrillMessages.Post> posts, Deliveries deliveries) {
        this.byChild = posts.stream()
                .filter(post -> !post.child().isEmpty())
                .collect(Collectors.toMap(DrillMessages.Post::child, post -> post));
        this.deliveries = deliveries;
    }

    /** Reacts to something that was said to somebody. */
    void see(Phones.Said said) {
        said.action("hand-over").ifPresent(action -> reviewed(said, action));
        said.action("sure").ifPresent(action -> press(said.person(), action));
        said.action("take-on").ifPresent(action -> press(said.person(), action));
        said.action("removed").ifPresent(action -> removals.put(concernOf(action), said.person()));
        removeWhatIsKnown();
    }

    private void reviewed(Phones.Said card, String handOver) {
        Optional<DrillMessages.Post> about = byChild.values().stream()
                .filter(post -> card.text().contains(post.child()))
                .findFirst();
        about.ifPresent(post -> {
            byConcern.put(concernOf(handOver), post);
            switch (post.outcome()) {
                case HANDED_OVER -> press(card.person(), handOver);
                case DISMISSED -> press(card.person(), card.action("dismiss").orElseThrow());
                default -> {
                    // The author takes it back, or nobody does anything.
                }
            }
        });
    }

    /** An author presses only when the drill knows, from the rep's card, which message theirs is. */
    private void removeWhatIsKnown() {
        removals.forEach((concern, author) -> {
            DrillMessages.Post post = byConcern.get(concern);
            if (post != null && post.outcome() == DrillMessages.Outcome.REMOVED) {
                press(author, "removed:" + concern);
            }
        });
    }

    private void press(String person, String action) {
        if (pressed.add(person + action)) {
            deliveries.press(person, action);
        }
    }

    private static String concernOf(String action) {
        return action.substring(action.indexOf(':') + 1);
    }
}
