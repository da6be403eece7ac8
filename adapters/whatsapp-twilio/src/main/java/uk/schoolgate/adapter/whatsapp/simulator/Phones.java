package uk.schoolgate.adapter.whatsapp.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.school.PersonId;

/** The phones of the people who are played. */
public interface Phones {
    /**
     * A choice under a message.
     *
     * @param label what the button says
     * @param payload what pressing it sends back
     */
    record Choice(String label, String payload) {}

    /**
     * The private line writes to somebody.
     *
     * @param sid Twilio's id of the message
     * @param text with WhatsApp's own marks in it: stars for bold, {@code >} for a quote
     */
    void fromPrivateLine(String sid, PersonId person, String text, List<Choice> choices);

    /**
     * The bot writes into a hosted group.
     *
     * @param sid Twilio's id of the message
     * @param conversation the group's id at Twilio
     * @param text as above
     */
    void intoGroup(String sid, String conversation, String text);

    /** When somebody last wrote to the private line, if ever. */
    Optional<Instant> lastWrote(PersonId person);
}
