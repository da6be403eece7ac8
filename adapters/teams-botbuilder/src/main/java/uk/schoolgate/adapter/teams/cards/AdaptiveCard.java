package uk.schoolgate.adapter.teams.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;

/**
 * Adaptive Card 1.5. Words stand in text runs, which show what they hold: a TextBlock would take what people wrote for
 * Markdown, with links in it.
 */
final class AdaptiveCard {
    /** The data field that a button's action comes back in. */
    private static final String ACTION = "action";

    private AdaptiveCard() {}

    static Map<String, Object> of(Content content, boolean urgent, String fallback) {
        List<Object> body = new ArrayList<>();
        if (!content.title().isEmpty()) {
            Map<String, Object> run = run(content.title());
            run.put("weight", "Bolder");
            run.put("size", "Medium");
            if (urgent) {
                run.put("color", "Attention");
            }
            body.add(paragraph(run));
        }
        for (Block block : content.blocks()) {
            switch (block) {
                case Block.Text(String text) -> body.addAll(paragraphs(text));
                case Block.Quote(String text, String source) -> body.add(quote(text, source));
            }
        }
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("type", "AdaptiveCard");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("version", "1.5");
        card.put("fallbackText", neutral(fallback));
        card.put("body", body);
        if (!content.buttons().isEmpty()) {
            card.put(
                    "actions",
                    content.buttons().stream().map(AdaptiveCard::execute).toList());
        }
        return card;
    }

    private static Map<String, Object> quote(String text, String source) {
        List<Object> items = new ArrayList<>(paragraphs(text));
        if (!source.isEmpty()) {
            Map<String, Object> run = run(source);
            run.put("size", "Small");
            run.put("isSubtle", true);
            items.add(paragraph(run));
        }
        Map<String, Object> container = new LinkedHashMap<>();
        container.put("type", "Container");
        container.put("style", "emphasis");
        container.put("items", items);
        return container;
    }

    /** A line break in a run is not shown, so that each line is a block of its own. */
    private static List<Map<String, Object>> paragraphs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> paragraph(run(line)))
                .toList();
    }

    private static Map<String, Object> paragraph(Map<String, Object> run) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", "RichTextBlock");
        block.put("inlines", List.of(run));
        return block;
    }

    private static Map<String, Object> run(String text) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("type", "TextRun");
        run.put("text", neutral(text));
        return run;
    }

    /** Cards turn {@code {{DATE(…)}}} into a date and {@code <at>} into a mention; an invisible joiner keeps them words. */
    static String neutral(String text) {
        return text.replace("{{", "{\u2060{").replace("<at", "<\u2060at");
    }

    private static Map<String, Object> execute(Button button) {
        Map<String, Object> data = Map.of(ACTION, button.action());
        Map<String, Object> submit = new LinkedHashMap<>();
        submit.put("type", "Action.Submit");
        submit.put("title", button.label());
        submit.put("data", data);
        Map<String, Object> execute = new LinkedHashMap<>();
        execute.put("type", "Action.Execute");
        execute.put("title", button.label());
        execute.put("verb", "press");
        execute.put("data", data);
        execute.put("fallback", submit);
        return execute;
    }
}
