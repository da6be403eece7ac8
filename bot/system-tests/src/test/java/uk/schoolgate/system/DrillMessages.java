package uk.schoolgate.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is written in the drill, each message with the outcome that it must have. */
final class DrillMessages {
    /** What must follow from a message. */
    enum Outcome {
        /** Nothing. */
        NOTHING,
        /** One answer in the group. */
        ANSWER,
        /** A photo: one kind word to its author a week, however many photos. */
        NUDGE,
        /** Author and rep are told, and the rep hands it to the school. */
        HANDED_OVER,
        /** Author and rep are told, and the rep finds nothing in it. */
        DISMISSED,
        /** Author and rep are told, and the author takes it back. */
        REMOVED,
        /** Author and rep are told, and nobody does anything. */
        LEFT,
        /** Author and safeguarding lead are told, and the lead takes it on. */
        TAKEN_ON;

        boolean isReviewed() {
            return this == HANDED_OVER || this == DISMISSED || this == REMOVED || this == LEFT;
        }
    }

    /**
     * A message.
     *
     * @param id as the platform would number it
     * @param child the child that it names; empty for none
     */
    record Post(String id, DrillSchool.Group group, String author, String text, String child, Outcome outcome) {}

    private static final List<String> SMALL_TALK = List.of(
            "Does anybody know what time the gates open on Friday?",
            "Reminder that it is non-uniform day tomorrow",
            "Has anyone got a spare recorder for Monday please",
            "Lost: one blue water bottle, has anybody picked it up",
            "Is the cake sale still on this afternoon");

    private DrillMessages() {}

    /** The messages of one group, in the order in which they are written. */
    static List<Post> of(DrillSchool.Group group, int count, Random random) {
        List<Outcome> outcomes = new ArrayList<>();
        add(outcomes, Outcome.HANDED_OVER, count * 14 / 100);
        add(outcomes, Outcome.DISMISSED, count * 5 / 100);
        add(outcomes, Outcome.REMOVED, count * 5 / 100);
        add(outcomes, Outcome.LEFT, count * 4 / 100);
        add(outcomes, Outcome.ANSWER, count / 10);
        add(outcomes, Outcome.NUDGE, count / 10);
        add(outcomes, Outcome.TAKEN_ON, 1);
        add(outcomes, Outcome.NOTHING, count - outcomes.size());
        Collections.shuffle(outcomes, random);
        List<Post> posts = new ArrayList<>();
        int child = 0;
        for (int i = 0; i < count; i++) {
            Outcome outcome = outcomes.get(i);
            String named = outcome.isReviewed() ? group.children().get(child++) : "";
            String author = group.parents().get(random.nextInt(group.parents().size()));
            posts.add(new Post(
                    "drill-" + group.number() + "-" + i, group, author, text(outcome, named, i), named, outcome));
        }
        return posts;
    }

    private static void add(List<Outcome> outcomes, Outcome outcome, int count) {
        outcomes.addAll(Collections.nCopies(count, outcome));
    }

    private static String text(Outcome outcome, String child, int number) {
        return switch (outcome) {
            case NOTHING -> SMALL_TALK.get(number % SMALL_TALK.size());
            case ANSWER -> "@Schoolgate what is the rule about mobile telephones?";
            case NUDGE -> "";
            case HANDED_OVER, DISMISSED, REMOVED, LEFT ->
                "Well done to " + child + " for the lovely painting in the hall";
            case TAKEN_ON ->
                "The little girl next door has bruises all over her arms again and says she is scared to go home";
        };
    }
}
