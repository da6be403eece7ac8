package uk.schoolgate.adapter.teams.incoming;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.Mention;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What somebody wrote, as plain text: marks of HTML are gone, so that nothing that is quoted later can act; mentions stay as
 * names, but for the bot's own; what a reply quotes of somebody else is not the author's, while what somebody forwards they
 * say anew to whoever reads it here.
 */
final class MessageText {
    private static final Pattern OWN_LINE = Pattern.compile("(?i)<(br|/p|/div|/li|/h[1-6]|/blockquote|/tr)\\b[^>]*>");
    private static final Pattern KNOWN_TAG = Pattern.compile(
            "(?i)</?(at|p|br|div|span|b|i|u|s|strong|em|del|a|ul|ol|li|h[1-6]|pre|code|blockquote|table|tbody|tr|td|th|img"
                    + "|emoji|attachment|quote|systemeventmessage|script|style|iframe|object|embed|svg|form|input|button"
                    + "|video|audio|link|meta|base|font|hr|sub|sup|codeblock|section|readonly)\\b[^>]*>");
    private static final Pattern NO_TAG = Pattern.compile("<(?!/?[a-zA-Z])");
    private static final Pattern REPLY = Pattern.compile("(?i)schema\\.skype\\.com/Reply");
    private static final String HTML = "text/html";

    private MessageText() {}

    static String of(Activity activity) {
        String text = Objects.requireNonNullElse(activity.getText(), "");
        for (Mention mention : mentionsOfBot(activity)) {
            if (mention.getText() != null && !mention.getText().isEmpty()) {
                text = text.replace(mention.getText(), " ");
            }
        }
        String plain = plain(text);
        return quotedInReply(activity)
                .map(quote -> plain.substring(endOf(quote, plain)).strip())
                .orElse(plain);
    }

    /** Where a quote at the start of a text ends, however the two break their lines; 0 where it is not there. */
    private static int endOf(String quote, String text) {
        int at = 0;
        for (int i = 0; i < quote.length(); i++) {
            if (!Character.isWhitespace(quote.charAt(i))) {
                at = afterSpace(text, at);
                if (at == text.length() || text.charAt(at) != quote.charAt(i)) {
                    return 0;
                }
                at++;
            }
        }
        return at;
    }

    private static int afterSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Mentions of whom the activity was sent to, which is the bot. */
    static List<Mention> mentionsOfBot(Activity activity) {
        if (activity.getEntities() == null || activity.getRecipient() == null) {
            return List.of();
        }
        return activity.getEntities().stream()
                .filter(entity -> entity != null && "mention".equalsIgnoreCase(entity.getType()))
                .map(entity -> entity.getAs(Mention.class))
                .filter(mention -> mention != null
                        && mention.getMentioned() != null
                        && Objects.equals(
                                mention.getMentioned().getId(),
                                activity.getRecipient().getId()))
                .toList();
    }

    private static String plain(String text) {
        // Teams writes plain text with a few tags and entities in it; text without either is left as it is.
        String lines = text.replace("\r\n", "\n");
        boolean marked = KNOWN_TAG.matcher(lines).find() || lines.contains("&");
        return (marked ? withoutMarks(lines) : lines).replace('\u00a0', ' ').strip();
    }

    private static String withoutMarks(String text) {
        String broken = OWN_LINE.matcher(text).replaceAll("\n");
        Document document = Jsoup.parseBodyFragment(NO_TAG.matcher(broken).replaceAll("&lt;"));
        document.select("script, style, iframe, object, embed, svg").remove();
        for (Element emoji : document.select("emoji[alt], img[alt]")) {
            emoji.replaceWith(new TextNode(emoji.attr("alt")));
        }
        return document.body().wholeText();
    }

    private static Optional<String> quotedInReply(Activity activity) {
        if (activity.getAttachments() == null) {
            return Optional.empty();
        }
        return activity.getAttachments().stream()
                .filter(attachment -> attachment != null && isHtml(attachment))
                .map(attachment -> Jsoup.parseBodyFragment(String.valueOf(attachment.getContent())))
                .flatMap(html -> html.select("blockquote[itemtype]").stream())
                .filter(quote -> REPLY.matcher(quote.attr("itemtype")).find())
                // What is forwarded may be a reply itself, and all of it is passed on.
                .filter(quote -> !quote.parents().is("blockquote"))
                .map(quote -> plain(OWN_LINE.matcher(quote.html()).replaceAll("$0\n")))
                .filter(quote -> !quote.isEmpty())
                .findFirst();
    }

    static boolean isHtml(Attachment attachment) {
        return attachment.getContentType() != null
                && attachment.getContentType().toLowerCase(Locale.ROOT).startsWith(HTML);
    }
}
