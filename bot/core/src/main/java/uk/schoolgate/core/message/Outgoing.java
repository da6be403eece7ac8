package uk.schoolgate.core.message;

import java.time.Instant;
import java.util.Objects;
import uk.schoolgate.core.school.SchoolCode;

/** What Schoolgate sends: durable in the outbox until it is delivered or a person was told that it can't be. */
public sealed interface Outgoing {
    /** Deterministic: the same cause makes the same id, so that nothing is told twice. */
    String id();

    SchoolCode school();

    /** Items with the same key leave one after the other, in their order. */
    String orderingKey();

    /** A message in a chat. */
    record Chat(String id, SchoolCode school, Conversation to, Content content, Placement placement)
            implements Outgoing {
        /** A message that stands alone. */
        public Chat(String id, SchoolCode school, Conversation to, Content content) {
            this(id, school, to, content, Placement.ALONE);
        }

        @Override
        public String orderingKey() {
            return to.key();
        }
    }

    /**
     * Not a message: asks a platform to erase its copy of what came in.
     *
     * @param copy as {@link SourceCopies} names it
     * @param since when the bot was done with it
     */
    record Erasure(String id, SchoolCode school, String copy, Instant since) implements Outgoing {
        @Override
        public String orderingKey() {
            return "copy:" + copy;
        }
    }

    /**
     * An e-mail.
     *
     * @param addressee whom it is for
     * @param mail with the address that they had when it was written
     */
    record Letter(String id, SchoolCode school, Addressee addressee, Mail mail) implements Outgoing {
        public Letter {
            // What was stored before there was one has none.
            addressee = Objects.requireNonNullElseGet(addressee, Addressee.Unlisted::new);
        }

        @Override
        public String orderingKey() {
            return "mail:" + mail.to();
        }
    }
}
