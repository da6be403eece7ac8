package uk.schoolgate.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
        /** Author and rep are told, and the author edits it so that nothing is wrong with it any more. */
        MENDED,
        /** Author and rep are told, and the author deletes it. */
        DELETED,
        /** Author and rep are told, the author edits it to no better, and the rep hands over what they were shown then. */
        EDITED_THEN_HANDED_OVER,
        /** Author and rep are told, the rep hands it to the school, and the author edits it afterwards. */
        HANDED_OVER_THEN_EDITED,
        /** Author and rep are told, the rep hands it to the school, and the author deletes it afterwards. */
        HANDED_OVER_THEN_DELETED,
        /** Another author writes about the same child: the rep hands both messages to the school as one. */
        PILED_ON,
        /** Author and safeguarding lead are told, and the lead takes it on. */
        TAKEN_ON;

        boolean isReviewed() {
            return switch (this) {
                case NOTHING, ANSWER, NUDGE, TAKEN_ON -> false;
                default -> true;
            };
        }

        /** Whether it ends in an e-mail to the complaints inbox. */
        boolean isHandedOver() {
            return switch (this) {
                case HANDED_OVER,
                        EDITED_THEN_HANDED_OVER,
                        HANDED_OVER_THEN_EDITED,
                        HANDED_OVER_THEN_DELETED,
                        PILED_ON -> true;
                default -> false;
            };
        }

        /** What its author does to the message once the rep has its card. */
        Optional<Revision> beforeDecision() {
            return switch (this) {
                case MENDED -> Optional.of(Revision.MEND);
                case DELETED -> Optional.of(Revision.DELETE);
                case EDITED_THEN_HANDED_OVER -> Optional.of(Revision.EDIT);
                default -> Optional.empty();
            };
        }

        /** What its author does to the message once it was handed over. */
        Optional<Revision> afterHandOver() {
            return switch (this) {
                case HANDED_OVER_THEN_EDITED -> Optional.of(Revision.EDIT);
                case HANDED_OVER_THEN_DELETED -> Optional.of(Revision.DELETE);
                default -> Optional.empty();
            };
        }

        Optional<Revision> revision() {
            return beforeDecision().or(this::afterHandOver);
        }
    }

    /** What an author does to what they wrote. */
    enum Revision {
        /** It says something else, and names the child still. */
        EDIT,
        /** It names nobody any more. */
        MEND,
        DELETE;

        /** As the platform would number it. */
        String idFor(Post post) {
            return "revision-" + post.id();
        }

        /** How the message reads afterwards; empty where it is gone. */
        Optional<String> textFor(Post post) {
            return switch (this) {
                case EDIT -> Optional.of("Well done to " + post.child() + " for " + EDITED + " in the hall");
                case MEND -> Optional.of("Well done to everybody for the lovely painting in the hall");
                case DELETE -> Optional.empty();
            };
        }
    }

    /**
     * A message.
     *
     * @param id as the platform would number it
     * @param child the child that it names; empty for none
     */
    record Post(String id, DrillSchool.Group group, String author, String text, String child, Outcome outcome) {}

    /** What an edited message says and its first form did not. */
    static final String EDITED = "the lovely clay owl";

    private static final int THOUSAND = 1000;
    private static final List<String> SMALL_TALK = List.of(
            "Does anybody know what time the gates open on Friday?",
            "Reminder that it is non-uniform day tomorrow",
            "Has anyone got a spare recorder for Monday please",
            "Lost: one blue water bottle, has anybody picked it up",
            "Is the cake sale still on this afternoon");

    private DrillMessages() {}

    /** The id under which the bot knows what the platform numbered so. */
    static String eventOf(String id) {
        return "playground:" + id;
    }

    /** The messages of one group, in the order in which they are written. */
    static List<Post> of(DrillSchool.Group group, int count, Random random) {
        List<Outcome> outcomes = new ArrayList<>();
        add(outcomes, Outcome.HANDED_OVER, share(group, count, 60));
        add(outcomes, Outcome.DISMISSED, share(group, count, 40));
        add(outcomes, Outcome.REMOVED, share(group, count, 40));
        add(outcomes, Outcome.LEFT, share(group, count, 30));
        add(outcomes, Outcome.MENDED, share(group, count, 25));
        add(outcomes, Outcome.DELETED, share(group, count, 25));
        add(outcomes, Outcome.EDITED_THEN_HANDED_OVER, share(group, count, 25));
        add(outcomes, Outcome.HANDED_OVER_THEN_EDITED, share(group, count, 25));
        add(outcomes, Outcome.HANDED_OVER_THEN_DELETED, share(group, count, 25));
        add(outcomes, Outcome.PILED_ON, 2 * share(group, count, 25));
        add(outcomes, Outcome.ANSWER, count / 10);
        add(outcomes, Outcome.NUDGE, count / 10);
        add(outcomes, Outcome.TAKEN_ON, 1);
        add(outcomes, Outcome.NOTHING, count - outcomes.size());
        Collections.shuffle(outcomes, random);
        return written(group, outcomes, random);
    }

    /** So many of a thousand, also where a group's own part is less than one: then some groups have one and others none. */
    private static int share(DrillSchool.Group group, int count, int perThousand) {
        int all = count * perThousand;
        return all * (group.number() + 1) / THOUSAND - all * group.number() / THOUSAND;
    }

    private static List<Post> written(DrillSchool.Group group, List<Outcome> outcomes, Random random) {
        List<Post> posts = new ArrayList<>();
        int child = 0;
        Optional<Post> alone = Optional.empty();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            String id = "drill-" + group.number() + "-" + i;
            if (outcome == Outcome.PILED_ON && alone.isPresent()) {
                posts.add(joining(id, alone.get()));
                alone = Optional.empty();
                continue;
            }
            String named = outcome.isReviewed() ? group.children().get(child++) : "";
            String author = group.parents().get(random.nextInt(group.parents().size()));
            Post post = new Post(id, group, author, text(outcome, named, i), named, outcome);
            posts.add(post);
            alone = outcome == Outcome.PILED_ON ? Optional.of(post) : alone;
        }
        return posts;
    }

    /** Another parent writes about the same child. */
    private static Post joining(String id, Post first) {
        List<String> parents = first.group().parents();
        String author = parents.get((parents.indexOf(first.author()) + 1) % parents.size());
        String text = "Well done to " + first.child() + " for the lovely singing in the hall";
        return new Post(id, first.group(), author, text, first.child(), first.outcome());
    }

    private static void add(List<Outcome> outcomes, Outcome outcome, int count) {
        outcomes.addAll(Collections.nCopies(count, outcome));
    }

    private static String text(Outcome outcome, String child, int number) {
        if (outcome.isReviewed()) {
            return "Well done to " + child + " for the lovely painting in the hall";
        }
        return switch (outcome) {
            case ANSWER -> "@Schoolgate what is the rule about mobile telephones?";
            case NUDGE -> "";
            case TAKEN_ON ->
                "The little girl next door has bruises all over her arms again and says she is scared to go home";
            default -> SMALL_TALK.get(number % SMALL_TALK.size());
        };
    }
}
