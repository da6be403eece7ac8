package uk.schoolgate.core.message;

import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;

/** Where a message was written, or where one is to go. */
public sealed interface Conversation {
    Platform platform();

    /** A stable key: items of one conversation are worked on in their order. */
    String key();

    /** The whole conversation, where this is a thread inside it; events about it come with a thread and without. */
    default Conversation withoutThread() {
        return this;
    }

    /**
     * A group chat.
     *
     * @param address the platform's id of the group; for a thread inside it, a semicolon and the thread follow, as Teams
     *     writes them
     */
    record GroupChat(Platform platform, String address) implements Conversation {
        @Override
        public GroupChat withoutThread() {
            int thread = address.indexOf(';');
            return thread < 0 ? this : new GroupChat(platform, address.substring(0, thread));
        }

        @Override
        public String key() {
            return platform.key() + ":group:" + address;
        }
    }

    /** The chat between one person and the bot, which nobody else sees. */
    record PrivateChat(Platform platform, PersonId person) implements Conversation {
        @Override
        public String key() {
            return platform.key() + ":person:" + person.value();
        }
    }
}
