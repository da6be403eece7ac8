package uk.schoolgate.adapter.whatsapp.setup;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;

/** Finds the account's conversations by their names, so that a group that an earlier run has made is not made twice. */
final class ConversationFinder {
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
            Answer answer = GroupPlan.required(api.get(Host.CONVERSATIONS, TwilioApi.CONVERSATIONS, query));
            for (JsonNode conversation : answer.json().path("conversations")) {
                if (conversation.path("friendly_name").asString("").equals(name)
                        && !conversation.path("state").asString("").equals("closed")) {
                    return Optional.of(conversation.path("sid").asString(""));
                }
            }
            query = answer.nextPage()
                    .map(token -> Map.of("PageSize", "100", "PageToken", token))
                    .orElse(Map.of());
        }
        return Optional.empty();
    }
}
