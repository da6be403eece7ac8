package uk.schoolgate.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Mailer;
import uk.schoolgate.core.message.SendResult;

/** A mailer that keeps what it was given, and can be told to fail. */
public final class RecordingMailer implements Mailer {
    private final List<Mail> delivered = new ArrayList<>();
    private Optional<SendResult> failure = Optional.empty();
    private final Map<String, SendResult> refusing = new HashMap<>();
    private boolean broken;

    @Override
    public SendResult deliver(Mail mail) {
        if (broken) {
            throw new IllegalStateException("a mailer with an error in it");
        }
        if (refusing.containsKey(mail.to())) {
            return refusing.get(mail.to());
        }
        if (failure.isPresent()) {
            return failure.get();
        }
        delivered.add(mail);
        return new SendResult.Sent("250 recorded");
    }

    /** From now on every attempt ends like this. */
    public void failWith(SendResult result) {
        failure = Optional.of(result);
    }

    /** From now on every attempt to reach that address ends like this. */
    public void failFor(String address, SendResult result) {
        refusing.put(address, result);
    }

    /** From now on every attempt throws. */
    public void breakDown() {
        broken = true;
    }

    /** From now on attempts work again. */
    public void work() {
        broken = false;
        failure = Optional.empty();
    }

    /** Everything that arrived, in order. */
    public List<Mail> all() {
        return List.copyOf(delivered);
    }

    /** What arrived at an address, in order. */
    public List<Mail> to(String address) {
        return delivered.stream().filter(mail -> mail.to().equals(address)).toList();
    }
}
