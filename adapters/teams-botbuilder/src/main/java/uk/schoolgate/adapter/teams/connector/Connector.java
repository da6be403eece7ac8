package uk.schoolgate.adapter.teams.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.RestException;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ConversationResourceResponse;
import com.microsoft.bot.schema.ResourceResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import uk.schoolgate.adapter.teams.trust.ServiceHosts;

/**
 * Calls to the Bot Connector, one attempt each. Bot Builder's client repeats a POST at once on 502 and 504, which says
 * things twice, and shows the bot's token to any host; this one does neither. What its client has no call for, or a broken
 * one (targeted messages, rosters in pages), goes through the same HTTP client by hand.
 */
public final class Connector {
    private static final int PATIENCE_SECONDS = 15;
    private static final int MOST_PAGES = 40;
    private static final String PAGE_SIZE = "500";
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final ServiceHosts hosts;
    private final BotToken token;
    private final ObjectMapper mapper = Wire.mapper();
    private final Map<String, RestConnectorClient> clients = new ConcurrentHashMap<>();

    public Connector(ServiceHosts hosts, BotToken token) {
        this.hosts = hosts;
        this.token = token;
    }

    /** The client for a serviceUrl, which must be on a listed host. */
    public ConnectorClient client(String serviceUrl) throws ConnectorException {
        return at(serviceUrl);
    }

    private RestConnectorClient at(String serviceUrl) throws ConnectorException {
        if (!hosts.allow(serviceUrl)) {
            throw new ConnectorException(403, Optional.empty(), "a host that is not listed");
        }
        return clients.computeIfAbsent(serviceUrl, this::connect);
    }

    /** The client for a call, with a token at hand: Bot Builder does not tell a token that is refused from a slow network. */
    private RestConnectorClient ready(String serviceUrl) throws ConnectorException {
        RestConnectorClient client = at(serviceUrl);
        try {
            var _ = token.current();
            return client;
        } catch (TokenRefusedException e) {
            throw new ConnectorException(e);
        } catch (IOException e) {
            throw new ConnectorException(ConnectorException.NO_ANSWER, Optional.empty(), "token");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(ConnectorException.NO_ANSWER, Optional.empty(), "token");
        }
    }

    private RestConnectorClient connect(String serviceUrl) {
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .callTimeout(Duration.ofSeconds(PATIENCE_SECONDS));
        return new RestConnectorClient(new RestClient.Builder(http, new Retrofit.Builder())
                .withBaseUrl(serviceUrl)
                .withCredentials(token)
                .withSerializerAdapter(new Wire())
                .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
                .withRetryStrategy(new OneAttempt())
                .withConnectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .withReadTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .build());
    }

    /** Retrying is the outbox's business. */
    private static final class OneAttempt extends RetryStrategy {
        OneAttempt() {
            super("one attempt", false);
        }

        @Override
        public boolean shouldRetry(int retryCount, Response response) {
            return false;
        }
    }

    /** Posts to a chat or a thread; gives the activity's id. */
    public String send(String serviceUrl, String conversation, Activity activity) throws ConnectorException {
        return id(wait("send", ready(serviceUrl).getConversations().sendToConversation(conversation, activity)));
    }

    /** Puts an activity in the place of an earlier one, for everybody who sees it; gives its id. */
    public String update(String serviceUrl, String conversation, String activityId, Activity activity)
            throws ConnectorException {
        return id(wait(
                "update", ready(serviceUrl).getConversations().updateActivity(conversation, activityId, activity)));
    }

    /** Opens the private chat with a person; gives its id. */
    public String createPrivate(String serviceUrl, String botId, String person, String tenant)
            throws ConnectorException {
        ConversationParameters parameters = new ConversationParameters();
        parameters.setIsGroup(false);
        parameters.setBot(new ChannelAccount(botId));
        parameters.setMembers(List.of(new ChannelAccount(person)));
        parameters.setTenantId(tenant);
        parameters.setChannelData(mapper.valueToTree(Map.of("tenant", Map.of("id", tenant))));
        ConversationResourceResponse created =
                wait("create", ready(serviceUrl).getConversations().createConversation(parameters));
        if (created == null || created.getId() == null) {
            throw new ConnectorException(ConnectorException.NO_ANSWER, Optional.empty(), "create");
        }
        return created.getId();
    }

    /** Shows a message to one member of a group alone, where the tenant has that preview of Teams. */
    public String sendTargeted(String serviceUrl, String conversation, String person, Activity activity)
            throws ConnectorException {
        RestConnectorClient client = ready(serviceUrl);
        try {
            com.fasterxml.jackson.databind.node.ObjectNode body = mapper.valueToTree(activity);
            body.putObject("recipient").put("id", person).put("isTargeted", true);
            HttpUrl url = conversationUrl(client, conversation)
                    .addPathSegment("activities")
                    .addQueryParameter("isTargetedActivity", "true")
                    .build();
            Request request = new Request.Builder()
                    .url(url)
                    .post(RequestBody.create(mapper.writeValueAsBytes(body), JSON))
                    .build();
            return call("send targeted", client, request).path("id").asText("");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an activity that cannot be written", e);
        }
    }

    /** A member of a chat; empty where they are not in it any more. */
    public Optional<Member> member(String serviceUrl, String conversation, String person) throws ConnectorException {
        RestConnectorClient client = ready(serviceUrl);
        HttpUrl url = conversationUrl(client, conversation)
                .addPathSegment("members")
                .addPathSegment(person)
                .build();
        try {
            return Optional.of(Member.of(
                    call("member", client, new Request.Builder().url(url).build())));
        } catch (ConnectorException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Everybody in a chat. */
    public List<Member> members(String serviceUrl, String conversation) throws ConnectorException {
        RestConnectorClient client = ready(serviceUrl);
        List<Member> members = new ArrayList<>();
        String next = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            HttpUrl.Builder url = conversationUrl(client, conversation)
                    .addPathSegment("pagedmembers")
                    .addQueryParameter("pageSize", PAGE_SIZE);
            if (!next.isEmpty()) {
                url.addQueryParameter("continuationToken", next);
            }
            JsonNode answer = call(
                    "members", client, new Request.Builder().url(url.build()).build());
            answer.path("members").forEach(member -> members.add(Member.of(member)));
            next = answer.path("continuationToken").asText("");
            if (next.isEmpty() || next.equals("null")) {
                return List.copyOf(members);
            }
        }
        throw new ConnectorException(ConnectorException.NO_ANSWER, Optional.empty(), "members without an end");
    }

    private static HttpUrl.Builder conversationUrl(RestConnectorClient client, String conversation) {
        return HttpUrl.get(client.baseUrl())
                .newBuilder()
                .addPathSegments("v3/conversations")
                .addPathSegment(conversation);
    }

    private JsonNode call(String what, RestConnectorClient client, Request request) throws ConnectorException {
        try (Response response =
                client.getRestClient().httpClient().newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw failure(what, response);
            }
            @Nullable ResponseBody body = response.body();
            JsonNode answer = body == null ? null : mapper.readTree(body.bytes());
            return answer == null ? mapper.createObjectNode() : answer;
        } catch (IOException e) {
            throw new ConnectorException(ConnectorException.NO_ANSWER, Optional.empty(), what);
        }
    }

    private <T> @Nullable T wait(String what, CompletableFuture<T> call) throws ConnectorException {
        try {
            return call.get(2L * PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RestException rest && rest.response() != null) {
                throw failure(what, rest.response().raw());
            }
            throw new ConnectorException(ConnectorException.NO_ANSWER, Optional.empty(), what);
        } catch (TimeoutException e) {
            throw new ConnectorException(ConnectorException.NO_ANSWER, Optional.empty(), what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(ConnectorException.NO_ANSWER, Optional.empty(), what);
        }
    }

    private ConnectorException failure(String what, Response response) {
        if (response.code() == 401) {
            token.forget();
        }
        return new ConnectorException(response.code(), RetryAfter.of(response.header("Retry-After")), what);
    }

    private static String id(@Nullable ResourceResponse response) {
        return response == null || response.getId() == null ? "" : response.getId();
    }
}
