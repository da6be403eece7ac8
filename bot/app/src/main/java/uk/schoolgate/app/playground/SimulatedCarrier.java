package uk.schoolgate.app.playground;

import uk.schoolgate.adapter.whatsapp.simulator.TwilioSimulator;
import uk.schoolgate.adapter.whatsapp.simulator.TwilioSimulator.Sent;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;

/** Takes what people do on WhatsApp through its real adapter, by way of a simulated Twilio and its signed webhooks. */
public final class SimulatedCarrier implements Carrier {
    private final TwilioSimulator twilio;
    private final Stage stage;

    public SimulatedCarrier(TwilioSimulator twilio, Stage stage) {
        this.twilio = twilio;
        this.stage = stage;
    }

    @Override
    public Platform platform() {
        return Platform.WHATSAPP;
    }

    @Override
    public boolean write(Act act, String text, boolean photo) {
        if (act.where() instanceof GroupChat group) {
            return twilio.intoGroup(
                    sent(act, text, photo),
                    group.address(),
                    seen -> stage.show(WhatsAppText.read(seen).onto(act.bubble(text, photo))));
        }
        stage.show(act.bubble(text, photo));
        twilio.toPrivateLine(sent(act, text, photo), false);
        return true;
    }

    @Override
    public void change(Act act, String message, String text) {
        // Twilio tells of no change made in WhatsApp: only the phones know.
        stage.show(act.bubble(text, false));
    }

    @Override
    public void delete(Act act, String message) {
        // As above.
    }

    @Override
    public void press(Act act, String action, String label) {
        stage.show(act.bubble(label, false));
        twilio.press(sent(act, label, false), action);
    }

    private static Sent sent(Act act, String text, boolean photo) {
        return new Sent(act.id(), new PersonId(act.by().id()), act.by().name(), text, photo);
    }
}
