package uk.schoolgate.core.message;

import java.util.Optional;

/**
 * What a message has to do with others, for platforms that can do more than show one message after the other. Where a
 * platform can't, the message is sent like any other.
 *
 * @param subject what it is about, for instance a concern's id: messages of one subject in one chat belong together; empty
 *     for a message that stands alone
 * @param replaces whether it takes the place of the earlier messages of its subject in that chat
 * @param origin the group whose message it is about, where a word for one person alone may be shown to them
 */
public record Placement(String subject, boolean replaces, Optional<Conversation.GroupChat> origin) {
    /** A message that stands alone. */
    public static final Placement ALONE = new Placement("", false, Optional.empty());

    /** A new message about a subject. */
    public static Placement about(String subject) {
        return new Placement(subject, false, Optional.empty());
    }

    /** A message that takes the place of the earlier ones about that subject. */
    public static Placement replacing(String subject) {
        return new Placement(subject, true, Optional.empty());
    }

    /** The same about a message in a group, if it was in one. */
    public Placement from(Conversation conversation) {
        return conversation instanceof Conversation.GroupChat group
                ? new Placement(subject, replaces, Optional.of(group))
                : this;
    }
}
