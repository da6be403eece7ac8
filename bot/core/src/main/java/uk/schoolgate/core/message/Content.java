package uk.schoolgate.core.message;

import java.util.ArrayList;
import java.util.List;

/**
 * What the bot says in one message.
 *
 * @param title a short heading; empty for none
 * @param blocks the body, in order
 * @param buttons the choices, at most three, the most that every platform shows
 */
public record Content(String title, List<Block> blocks, List<Button> buttons) {
    private static final int MOST_BUTTONS = 3;

    public Content {
        blocks = List.copyOf(blocks);
        buttons = List.copyOf(buttons);
        if (buttons.size() > MOST_BUTTONS) {
            throw new IllegalArgumentException("at most three buttons fit a message");
        }
    }

    /** Paragraphs of the bot's own words, without heading or choices. */
    public static Content ofText(String... paragraphs) {
        List<Block> blocks = new ArrayList<>();
        for (String paragraph : paragraphs) {
            blocks.add(new Block.Text(paragraph));
        }
        return new Content("", blocks, List.of());
    }

    /** The same with one more paragraph at its end, and those choices. */
    public Content asking(String paragraph, List<Button> choices) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(new Block.Text(paragraph));
        return new Content(title, more, choices);
    }

    /** The whole as plain text: quotes in quotation marks with their source beneath, buttons left out. */
    public String plainText() {
        List<String> parts = new ArrayList<>();
        if (!title.isEmpty()) {
            parts.add(title);
        }
        for (Block block : blocks) {
            parts.add(
                    switch (block) {
                        case Block.Text(String text) -> text;
                        case Block.Quote(String text, String source) ->
                            source.isEmpty() ? "“" + text + "”" : "“" + text + "”\n— " + source;
                    });
        }
        return String.join("\n\n", parts);
    }
}
