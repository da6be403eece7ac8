package uk.schoolgate.adapter.teams.cards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityImportance;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.TextFormatTypes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.schoolgate.adapter.teams.connector.Wire;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** Makes Teams activities of what the bot says: a card where there is something to show or to press, else plain text. */
public final class CardWriter {
    /** Teams refuses messages above 28 KB; the rest is for what the Connector adds. */
    public static final int LARGEST = 27 * 1024;

    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final int LONGEST_SUMMARY = 200;
    private static final int LONGEST_FALLBACK = 1000;

    private final ObjectMapper mapper = Wire.mapper();
    private final Wording wording;
    private final Shortening shortening;

    public CardWriter(Wording wording) {
        this.wording = wording;
        this.shortening = new Shortening(wording);
    }

    /** The activity to post for a content that may stand as text. */
    public Activity write(Content content) {
        boolean plain = content.title().isEmpty()
                && content.buttons().isEmpty()
                && content.blocks().stream().allMatch(Block.Text.class::isInstance);
        return plain ? text(content) : card(content);
    }

    /** As plain text, for where cards do not work: all words, and what to do about the choices. */
    public Activity text(Content content) {
        return shortening.fitting(content, this::textOf, this::fits);
    }

    /** As a card. */
    public Activity card(Content content) {
        return shortening.fitting(content, this::cardOf, this::fits);
    }

    private Activity textOf(Content content) {
        Activity activity = message();
        activity.setTextFormat(TextFormatTypes.PLAIN);
        activity.setText(words(content));
        return activity;
    }

    private Activity cardOf(Content content) {
        boolean urgent = isUrgent(content);
        Attachment attachment = new Attachment();
        attachment.setContentType(CARD);
        // A tree, not lists and maps: Bot Builder looks into those by reflection, which today's Java forbids.
        attachment.setContent(mapper.valueToTree(AdaptiveCard.of(content, urgent, fallback(content))));
        Activity activity = message();
        activity.setAttachments(List.of(attachment));
        activity.setSummary(AdaptiveCard.neutral(Shortening.cut(content.plainText(), LONGEST_SUMMARY)));
        if (urgent) {
            activity.setImportance(ActivityImportance.HIGH.toString());
            activity.setChannelData(mapper.valueToTree(Map.of("notification", Map.of("alert", true))));
        }
        return activity;
    }

    /** The card alone, for answering a press. */
    public Object cardFor(Content content) {
        return card(content).getAttachments().getFirst().getContent();
    }

    private static Activity message() {
        return new Activity(ActivityTypes.MESSAGE);
    }

    /** What somebody has to take on cannot wait. */
    private static boolean isUrgent(Content content) {
        return content.buttons().stream()
                .flatMap(button -> ConcernAction.parse(button.action()).stream())
                .anyMatch(action -> action.verb() == ConcernAction.Verb.TAKE_ON);
    }

    private String fallback(Content content) {
        return Shortening.cut(content.plainText(), LONGEST_FALLBACK) + choices(content);
    }

    private String words(Content content) {
        return content.plainText() + choices(content);
    }

    /** What somebody may choose, which buttons alone can say: how to come by them. */
    private String choices(Content content) {
        if (content.buttons().isEmpty()) {
            return "";
        }
        String labels = content.buttons().stream().map(Button::label).collect(Collectors.joining(" / "));
        return "\n\n" + wording.say(Phrase.TEAMS_CHOICES, "choices", labels);
    }

    private boolean fits(Activity activity) {
        try {
            return mapper.writeValueAsBytes(activity).length <= LARGEST;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an activity that cannot be written", e);
        }
    }
}
