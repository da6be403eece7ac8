package uk.schoolgate.adapter.teams;

import com.microsoft.bot.schema.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import uk.schoolgate.adapter.teams.cards.CardWriter;
import uk.schoolgate.adapter.teams.connector.Connector;
import uk.schoolgate.adapter.teams.connector.ConnectorException;
import uk.schoolgate.adapter.teams.connector.Pace;
import uk.schoolgate.adapter.teams.connector.TooFastException;
import uk.schoolgate.adapter.teams.incoming.ActivityTranslator;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/** Sends to Teams: into threads, into private chats that it opens itself, and over cards that have been decided. */
final class TeamsChannel implements Channel {
    private static final long JITTER_MILLIS = 5_000;
    /** Where Teams does not say how long to wait. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);

    private final Connector connector;
    private final Chats chats;
    private final Memory memory;
    private final CardWriter cards;
    private final Pace pace;
    private final PressAnswers presses;
    private final StaffWords staffWords;
    private final Registration registration;
    private final boolean targetedMessages;

    TeamsChannel(
            Connector connector,
            Chats chats,
            Memory memory,
            CardWriter cards,
            Pace pace,
            PressAnswers presses,
            StaffWords staffWords,
            Registration registration,
            boolean targetedMessages) {
        this.connector = connector;
        this.chats = chats;
        this.memory = memory;
        this.cards = cards;
        this.pace = pace;
        this.presses = presses;
        this.staffWords = staffWords;
        this.registration = registration;
        this.targetedMessages = targetedMessages;
    }

    @Override
    public Platform platform() {
        return Platform.TEAMS;
    }

    @Override
    public SendResult deliver(Outgoing.Chat message) {
        Optional<String> earlier = memory.sent(message.school(), message.id());
        if (earlier.isPresent()) {
            return new SendResult.Sent(earlier.get());
        }
        try {
            Optional<String> inGroup = shownInGroup(message);
            if (inGroup.isPresent()) {
                return sent(message, inGroup.get());
            }
            Optional<Memory.Place> place = placeOf(message);
            if (place.isEmpty()) {
                return new SendResult.Unreachable("not known in Teams, or the app is not installed for them");
            }
            Outgoing.Chat readable = staffWords.readable(message, place.get());
            return deliver(readable, place.get(), conversationOf(readable, place.get()));
        } catch (TooFastException e) {
            return new SendResult.NotTried(String.valueOf(e.getMessage()), e.pause());
        } catch (ConnectorException e) {
            return failed(message, e);
        }
    }

    private Optional<Memory.Place> placeOf(Outgoing.Chat message) throws ConnectorException, TooFastException {
        return switch (message.to()) {
            case Conversation.GroupChat(Platform platform, String address) ->
                memory.group(message.school(), ActivityTranslator.withoutThread(address));
            case Conversation.PrivateChat(Platform platform, PersonId person) -> chats.with(message.school(), person);
        };
    }

    /** In a group, the thread is part of the address. */
    private static String conversationOf(Outgoing.Chat message, Memory.Place place) {
        return message.to() instanceof Conversation.GroupChat(Platform platform, String address)
                ? address
                : place.conversation();
    }

    private SendResult deliver(Outgoing.Chat message, Memory.Place place, String conversation)
            throws ConnectorException, TooFastException {
        Placement placement = message.placement();
        if (placement.replaces()) {
            Optional<String> replaced = replace(message, place, conversation);
            if (replaced.isPresent()) {
                answerPress(message);
                return sent(message, replaced.get());
            }
        }
        String activity = post(message, place, conversation);
        if (!placement.subject().isEmpty()) {
            if (!message.content().buttons().isEmpty()) {
                addCard(message.school(), conversation, placement.subject(), activity);
            }
            answerPress(message);
        }
        return sent(message, activity);
    }

    /** The press may be on a card that this bot cannot replace, such as one shown to its reader inside a group. */
    private void answerPress(Outgoing.Chat message) {
        if (message.to() instanceof Conversation.PrivateChat(Platform platform, PersonId person)) {
            String guid = chats.guidOf(message.school(), person);
            Placement placement = message.placement();
            if (placement.replaces()) {
                presses.card(guid, placement.subject(), cards.cardFor(message.content()));
            } else {
                presses.message(guid, placement.subject(), message.content().plainText());
            }
        }
    }

    /** A client that refuses the card gets the words. */
    private String post(Outgoing.Chat message, Memory.Place place, String conversation)
            throws ConnectorException, TooFastException {
        Activity activity = cards.write(message.content());
        pace.require(conversation);
        try {
            return connector.send(place.serviceUrl(), conversation, activity);
        } catch (ConnectorException e) {
            boolean cardRefused = activity.getAttachments() != null && (e.status() == 400 || e.status() == 413);
            if (!cardRefused) {
                throw e;
            }
            pace.require(conversation);
            return connector.send(place.serviceUrl(), conversation, cards.text(message.content()));
        }
    }

    /** Puts the content in the place of every card of its subject, each once; empty where there is none. */
    private Optional<String> replace(Outgoing.Chat message, Memory.Place place, String conversation)
            throws ConnectorException, TooFastException {
        Set<String> replaced = new LinkedHashSet<>(memory.replaced(message.school(), message.id()));
        String subject = message.placement().subject();
        for (String card : memory.cards(message.school(), conversation, subject)) {
            if (!replaced.contains(card)) {
                pace.require(conversation);
                if (isReplaced(card, message, place, conversation)) {
                    replaced.add(card);
                    // More of them than Teams takes at once are replaced in several attempts.
                    memory.rememberReplaced(message.school(), message.id(), replaced);
                }
            }
        }
        return replaced.stream().findFirst();
    }

    private boolean isReplaced(String card, Outgoing.Chat message, Memory.Place place, String conversation)
            throws ConnectorException {
        Activity activity = cards.card(message.content());
        activity.setId(card);
        try {
            var _ = connector.update(place.serviceUrl(), conversation, card, activity);
            return true;
        } catch (ConnectorException e) {
            // A card that is gone needs no replacing.
            if (e.mayWorkLater()) {
                throw e;
            }
            return false;
        }
    }

    private void addCard(SchoolCode school, String conversation, String subject, String activity) {
        List<String> all = new ArrayList<>(memory.cards(school, conversation, subject));
        all.add(activity);
        memory.rememberCards(school, conversation, subject, all);
    }

    /** Shows an author's private word to them inside the group, where that preview of Teams is switched on and works. */
    private Optional<String> shownInGroup(Outgoing.Chat message) throws ConnectorException {
        Optional<Conversation.GroupChat> group = message.placement().origin();
        if (!targetedMessages
                || group.isEmpty()
                // Who reads them is looked at where they are posted.
                || message.content().staffAlone()
                || !(message.to() instanceof Conversation.PrivateChat(Platform platform, PersonId person))) {
            return Optional.empty();
        }
        String address = group.get().address();
        Optional<Memory.Place> place = memory.group(message.school(), ActivityTranslator.withoutThread(address));
        Optional<String> reader = chats.teamsIdOf(message.school(), person);
        if (place.isEmpty() || reader.isEmpty() || pace.take(address).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(connector.sendTargeted(
                    place.get().serviceUrl(), address, reader.get(), cards.write(message.content())));
        } catch (ConnectorException e) {
            // Whatever is wrong with the preview, the private chat may work; without an answer it may have been shown.
            if (e.status() == ConnectorException.NO_ANSWER) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private SendResult sent(Outgoing.Chat message, String activity) {
        memory.rememberSent(message.school(), message.id(), activity);
        return new SendResult.Sent(activity);
    }

    private SendResult failed(Outgoing.Chat message, ConnectorException e) {
        String reason = String.valueOf(e.getMessage());
        boolean isPrivate = message.to() instanceof Conversation.PrivateChat;
        if (isPrivate && (e.status() == 403 || e.status() == 404)) {
            // Blocked, uninstalled or gone: should they come back, the chat is opened anew.
            chats.forget(message.school(), ((Conversation.PrivateChat) message.to()).person());
        }
        SendResult.TryLater later = new SendResult.TryLater(
                reason, Optional.of(withJitter(e.retryAfter().orElse(SHORTEST_PAUSE))));
        if (e.toMend().isPresent()) {
            return registration.refused(
                    message, "Microsoft Teams: " + e.toMend().get(), later);
        }
        return e.mayWorkLater() ? later : new SendResult.Unreachable(reason);
    }

    /** Messages that were all refused at the same time should not all come back at once. */
    private static Duration withJitter(Duration asked) {
        return asked.plusMillis(ThreadLocalRandom.current().nextLong(JITTER_MILLIS));
    }
}
