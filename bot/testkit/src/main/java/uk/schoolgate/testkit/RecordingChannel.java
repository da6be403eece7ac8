package uk.schoolgate.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;

/** A channel that keeps what it was given, and can be told to fail. */
public final class RecordingChannel implements Channel {
    private final Platform platform;
    private final Map<String, Outgoing.Chat> delivered = new LinkedHashMap<>();
    private Optional<SendResult> failure = Optional.empty();

    public RecordingChannel(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public SendResult deliver(Outgoing.Chat message) {
        if (failure.isPresent()) {
            return failure.get();
        }
        delivered.putIfAbsent(message.id(), message);
        return new SendResult.Sent("recorded");
    }

    /** From now on every attempt ends like this. */
    public void failWith(SendResult result) {
        failure = Optional.of(result);
    }

    /** From now on attempts work again. */
    public void work() {
        failure = Optional.empty();
    }

    /** What this person got in private, in order. */
    public List<Outgoing.Chat> toPerson(PersonId person) {
        return matching(
                chat -> chat.to() instanceof Conversation.PrivateChat(Platform _, PersonId to) && to.equals(person));
    }

    /** What was said in a group, in order. */
    public List<Outgoing.Chat> toGroup(String address) {
        return matching(
                chat -> chat.to() instanceof Conversation.GroupChat(Platform _, String to) && to.equals(address));
    }

    private List<Outgoing.Chat> matching(Predicate<Outgoing.Chat> condition) {
        return new ArrayList<>(delivered.values()).stream().filter(condition).toList();
    }
}
