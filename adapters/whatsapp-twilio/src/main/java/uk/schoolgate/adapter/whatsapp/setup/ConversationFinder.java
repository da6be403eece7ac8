package uk.schoolgate.adapter.whatsapp.setup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;

/** Finds the account's conversations by their names, so that a group that an earlier run has made is not made twice. */
final class ConversationFinder {
    private static final Pattern PAGE_TOKEN = Pattern.compile("[?&]PageToken=([^&]+)");

    /** Of a hundred conversations each. */
    private static final int MOST_PAGES = 50;

    private final TwilioApi api;

    ConversationFinder(TwilioApi api) {
        this.api = api;
    }

    /**
     * The address of a conversation of that name that is not closed.
     *
     * @throws IllegalStateException when Twilio does not answer as it should; the message says what it answered
     */
    Optional<String> called(String name) {
        Map<String, String> query = Map.of("PageSize", "100");
        for (int page = 0; page < MOST_PAGES && !query.isEmpty(); page++) {
            Answer answer = GroupPlan.required(api.get(Host.CONVERSATIONS, GroupPlan.CONVERSATIONS, query));
            for (JsonNode conversation : answer.json().path("conversations")) {
                if (conversation.path("friendly_name").asString("").equals(name)
                        && !conversation.path("state").asString("").equals("closed")) {
                    return Optional.of(conversation.path("sid").asString(""));
                }
            }
            query = nextPage(answer);
        }
        return Optional.empty();
    }

    private static Map<String, String> nextPage(Answer answer) {
        Matcher token = PAGE_TOKEN.matcher(
                answer.json().path("meta").path("next_page_url").asString(""));
        return token.find()
                ? Map.of("PageSize", "100", "PageToken", URLDecoder.decode(token.group(1), StandardCharsets.UTF_8))
                : Map.of();
    }
}
