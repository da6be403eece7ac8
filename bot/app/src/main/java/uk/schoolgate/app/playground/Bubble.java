package uk.schoolgate.app.playground;

import java.time.Instant;
import java.util.List;

/**
 * A message as the playground's phones show it.
 *
 * @param id unique
 * @param school code of the school
 * @param conversation key of the conversation
 * @param author a person's id, or "bot"
 * @param at when it appeared
 * @param title heading; empty for none
 * @param parts the body in order
 * @param buttons choices under it
 * @param photo whether it stands for a photo
 */
record Bubble(
        String id,
        String school,
        String conversation,
        String author,
        Instant at,
        String title,
        List<Part> parts,
        List<Choice> buttons,
        boolean photo) {
    static final String BOT = "bot";

    /**
     * A part of the body.
     *
     * @param source where a quote stands; empty for a person's words
     */
    record Part(String text, boolean quote, String source) {}

    record Choice(String label, String action) {}
}
