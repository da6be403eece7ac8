package uk.schoolgate.core.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** What reaches Schoolgate, translated once, at the platform's adapter. */
public sealed interface Incoming {
    /** The same event delivered twice has the same id. */
    EventId id();

    SchoolCode school();

    /** When it happened, by the platform's clock where it tells, else by ours. */
    Instant at();

    /** Items with the same key are handled one after the other, in the order of their arrival. */
    String orderingKey();

    /**
     * Somebody wrote something.
     *
     * @param conversation where
     * @param author who
     * @param sender the same person as the platform names them, whatever the school's lists say of them by then
     * @param authorName as the platform shows them
     * @param text as written; empty for a picture without words
     * @param media what came with it
     * @param mentionsBot whether the platform says that the bot was addressed
     * @param repliesTo which message they reply to: the {@link Outgoing#id()} of one of ours, the platform's own id of any
     *     other; empty where they reply to none, or the platform does not say
     */
    record Message(
            EventId id,
            SchoolCode school,
            Conversation conversation,
            PersonId author,
            PersonId sender,
            String authorName,
            String text,
            List<Media> media,
            boolean mentionsBot,
            String repliesTo,
            Instant at)
            implements Incoming {
        public Message {
            // What was stored before there were these has none.
            sender = Objects.requireNonNullElse(sender, author);
            repliesTo = Objects.requireNonNullElse(repliesTo, "");
            media = List.copyOf(media);
        }

        /** From a platform that names people as the school does, or whose directory has not been asked yet. */
        public Message(
                EventId id,
                SchoolCode school,
                Conversation conversation,
                PersonId author,
                String authorName,
                String text,
                List<Media> media,
                boolean mentionsBot,
                Instant at) {
            this(id, school, conversation, author, author, authorName, text, media, mentionsBot, "", at);
        }

        /** The same in reply to that message. */
        public Message replyingTo(String message) {
            return new Message(
                    id, school, conversation, author, sender, authorName, text, media, mentionsBot, message, at);
        }

        @Override
        public String orderingKey() {
            return conversation.key();
        }
    }

    /**
     * Somebody changed what they had written. It is screened like a new message; where the message is part of a concern,
     * the change joins its evidence.
     *
     * @param id of this change, not of the message: a second edit is a second event
     * @param conversation where
     * @param message id of the {@link Message} that was changed
     * @param author who wrote it
     * @param sender the same person as the platform names them, whatever the school's lists say of them by then
     * @param authorName as the platform shows them
     * @param text as it reads now
     * @param at when it was changed
     */
    record Edited(
            EventId id,
            SchoolCode school,
            Conversation conversation,
            EventId message,
            PersonId author,
            PersonId sender,
            String authorName,
            String text,
            Instant at)
            implements Incoming {
        public Edited {
            sender = Objects.requireNonNullElse(sender, author);
        }

        /** From a platform that names people as the school does, or whose directory has not been asked yet. */
        public Edited(
                EventId id,
                SchoolCode school,
                Conversation conversation,
                EventId message,
                PersonId author,
                String authorName,
                String text,
                Instant at) {
            this(id, school, conversation, message, author, author, authorName, text, at);
        }

        @Override
        public String orderingKey() {
            return conversation.key();
        }
    }

    /**
     * A message is gone: its author, or somebody who runs the group, deleted it.
     *
     * @param id of this event, not of the message
     * @param conversation where
     * @param message id of the {@link Message} that is gone
     * @param at when it was deleted
     */
    record Deleted(EventId id, SchoolCode school, Conversation conversation, EventId message, Instant at)
            implements Incoming {
        @Override
        public String orderingKey() {
            return conversation.key();
        }
    }

    /**
     * Somebody pressed a button that the bot had sent.
     *
     * @param conversation where the button was
     * @param by who pressed it; whether that person may is checked when it is handled
     * @param sender the same person as the platform names them, whatever the school's lists say of them by then
     * @param action the button's {@link Button#action()}
     */
    record Press(
            EventId id,
            SchoolCode school,
            Conversation conversation,
            PersonId by,
            PersonId sender,
            String action,
            Instant at)
            implements Incoming {
        public Press {
            sender = Objects.requireNonNullElse(sender, by);
        }

        /** From a platform that names people as the school does, or whose directory has not been asked yet. */
        public Press(EventId id, SchoolCode school, Conversation conversation, PersonId by, String action, Instant at) {
            this(id, school, conversation, by, by, action, at);
        }

        @Override
        public String orderingKey() {
            return conversation.key();
        }
    }

    /**
     * The bot was added to a chat, or somebody has opened the chat with it for the first time.
     *
     * @param conversation the chat
     */
    record Joined(EventId id, SchoolCode school, Conversation conversation, Instant at) implements Incoming {
        @Override
        public String orderingKey() {
            // What is said once about the whole of it is said once only where one event waits for the other.
            return conversation.withoutThread().key();
        }
    }

    /**
     * The bot was taken out of a group, and sees nothing of what is said there any more.
     *
     * @param conversation the group
     */
    record Left(EventId id, SchoolCode school, Conversation.GroupChat conversation, Instant at) implements Incoming {
        @Override
        public String orderingKey() {
            return conversation.withoutThread().key();
        }
    }

    /**
     * Somebody wrote something in a group on hold, and it was not passed on to the others.
     *
     * @param conversation the group
     * @param author who wrote it
     * @param authorName as the platform shows them
     * @param text as written
     * @param media what came with it
     */
    record Held(
            EventId id,
            SchoolCode school,
            Conversation.GroupChat conversation,
            PersonId author,
            String authorName,
            String text,
            List<Media> media,
            Instant at)
            implements Incoming {
        public Held {
            media = List.copyOf(media);
        }

        /** The message as it would have come had it been passed on. */
        public Message asMessage() {
            return new Message(id, school, conversation, author, authorName, text, media, false, at);
        }

        @Override
        public String orderingKey() {
            return conversation.key();
        }
    }

    /**
     * Somebody sent a message on to the bot alone, which somebody else had written somewhere else.
     *
     * @param by who sent it on
     * @param byName as the platform shows them
     * @param text of the message; who wrote it, where and when is not known
     * @param media what came with it
     */
    record Forwarded(
            EventId id,
            SchoolCode school,
            Conversation.PrivateChat conversation,
            PersonId by,
            String byName,
            String text,
            List<Media> media,
            Instant at)
            implements Incoming {
        public Forwarded {
            media = List.copyOf(media);
        }

        @Override
        public String orderingKey() {
            return conversation.key();
        }
    }

    /**
     * Somebody asked, in the words that a platform's rules set for it, and in the chat of a group, to get no more messages.
     * The adapter tells them nothing more in private from now on; to take them out of the group is for a person.
     *
     * @param conversation the group
     * @param by who asked
     */
    record OptedOut(EventId id, SchoolCode school, Conversation.GroupChat conversation, PersonId by, Instant at)
            implements Incoming {
        @Override
        public String orderingKey() {
            return conversation.key();
        }
    }

    /**
     * Something came that its platform's adapter has dealt with by itself, so that nothing is left to do but to have the
     * platform's copies of it erased. Nothing of what was written is in it, nor who wrote it.
     *
     * @param group where it was written; empty where that was to the bot alone
     * @param media what came with it
     */
    record DealtWith(
            EventId id, SchoolCode school, Optional<Conversation.GroupChat> group, List<Media> media, Instant at)
            implements Incoming {
        public DealtWith {
            media = List.copyOf(media);
        }

        @Override
        public String orderingKey() {
            return "dealt-with:" + id.value();
        }
    }

    /**
     * A message of ours that had left came back, or one that waited has a way to its reader now.
     *
     * @param message the message
     * @param lost why it cannot reach its reader this way, without names, numbers or text; empty where it should be sent
     *     again
     */
    record Returned(EventId id, SchoolCode school, Outgoing.Chat message, Optional<String> lost, Instant at)
            implements Incoming {
        @Override
        public String orderingKey() {
            return message.orderingKey();
        }
    }

    /**
     * A moment that a concern waited for has come: a reminder, the next reviewer, the end of its time.
     *
     * @param concern the concern's id
     * @param step what is due
     * @param at when it is due
     */
    record Alarm(EventId id, SchoolCode school, String concern, String step, Instant at) implements Incoming {
        @Override
        public String orderingKey() {
            return "concern:" + concern;
        }
    }
}
