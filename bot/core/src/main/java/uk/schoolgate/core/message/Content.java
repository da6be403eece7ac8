package uk.schoolgate.core.message;

import java.util.ArrayList;
import java.util.List;

/**
 * What the bot says in one message.
 *
 * @param title a short heading; empty for none
 * @param blocks the body, in order
 * @param buttons the choices, at most three, the most that every platform shows
 * @param staffAlone whether it holds words that staff alone may read: a platform that knows who is in a chat looks again when
 *     it posts them, since somebody else may have come while they waited; by e-mail they go to the staff list's addresses alone
 */
public record Content(String title, List<Block> blocks, List<Button> buttons, boolean staffAlone) {
    private static final int MOST_BUTTONS = 3;

    public Content {
        blocks = List.copyOf(blocks);
        buttons = List.copyOf(buttons);
        if (buttons.size() > MOST_BUTTONS) {
            throw new IllegalArgumentException("at most three buttons fit a message");
        }
    }

    /** What anybody who is in the chat may read. */
    public Content(String title, List<Block> blocks, List<Button> buttons) {
        this(title, blocks, buttons, false);
    }

    /** Paragraphs of the bot's own words, without heading or choices. */
    public static Content ofText(String... paragraphs) {
        List<Block> blocks = new ArrayList<>();
        for (String paragraph : paragraphs) {
            blocks.add(new Block.Text(paragraph));
        }
        return new Content("", blocks, List.of());
    }

    /** The same for staff alone, if it is that. */
    public Content forStaffAlone(boolean alone) {
        return new Content(title, blocks, buttons, alone);
    }

    /** The same with one more paragraph at its end, and those choices. */
    public Content asking(String paragraph, List<Button> choices) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(new Block.Text(paragraph));
        return new Content(title, more, choices, staffAlone);
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
