package uk.schoolgate.app.playground;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.adapter.whatsapp.simulator.Phones;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;

/** The playground's phones, for a simulated Twilio: what it delivers appears on the page. */
public final class SimulatedPhones implements Phones {
    private final Stage stage;
    private final Casts casts;
    private final Clock clock;

    public SimulatedPhones(Stage stage, Casts casts, Clock clock) {
        this.stage = stage;
        this.casts = casts;
        this.clock = clock;
    }

    @Override
    public void fromPrivateLine(String sid, PersonId person, String text, List<Choice> choices) {
        Conversation chat = new Conversation.PrivateChat(Platform.WHATSAPP, person);
        // A person of two schools has one chat with the one number; the page shows it under both.
        casts.with(person).forEach(cast -> show(sid, cast, chat, text, choices));
    }

    @Override
    public void intoGroup(String sid, String conversation, String text) {
        casts.withGroup(conversation)
                .forEach(cast ->
                        show(sid, cast, new Conversation.GroupChat(Platform.WHATSAPP, conversation), text, List.of()));
    }

    private void show(String sid, Cast cast, Conversation where, String text, List<Choice> choices) {
        List<Bubble.Choice> buttons = choices.stream()
                .map(choice -> new Bubble.Choice(choice.label(), choice.payload()))
                .toList();
        Bubble plain = new Bubble(
                cast.code() + ":" + sid,
                cast.code(),
                where.key(),
                Bubble.BOT,
                clock.instant(),
                "",
                List.of(),
                buttons,
                false);
        stage.show(WhatsAppText.read(text).onto(plain));
    }

    @Override
    public Optional<Instant> lastWrote(PersonId person) {
        String chat = new Conversation.PrivateChat(Platform.WHATSAPP, person).key();
        return stage.bubbles().stream()
                .filter(bubble ->
                        bubble.conversation().equals(chat) && !bubble.author().equals(Bubble.BOT))
                .map(Bubble::at)
                .max(Instant::compareTo);
    }
}
