package uk.schoolgate.adapter.whatsapp.sending;

import com.twilio.constant.EnumConstants;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpMethod;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.SocketConfig;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;

/**
 * Calls to Twilio over its SDK's client: one attempt each, since whoever calls retries out of a durable queue. Answers of
 * any kind, and none, are values: an SDK resource would hide Retry-After, and breaks on a proxy's HTML.
 */
public final class TwilioApi {
    /** The path of all conversations. */
    public static final String CONVERSATIONS = "/v1/Conversations";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PAGE_TOKEN = Pattern.compile("[?&]PageToken=([^&]+)");
    private static final int CONNECTIONS = 20;

    private final TwilioRestClient client;
    private final TwilioAccount account;

    /** @param patience how long to wait for a connection, and for an answer */
    public TwilioApi(TwilioAccount account, Duration patience) {
        this.account = account;
        this.client = new TwilioRestClient.Builder(account.sid(), account.authToken())
                .httpClient(new OneAttempt(patience))
                .build();
    }

    /** The SDK would make up to six requests of one, and sleep in between. */
    private static final class OneAttempt extends NetworkHttpClient {
        OneAttempt(Duration patience) {
            super(builder(patience));
        }

        private static HttpClientBuilder builder(Duration patience) {
            int millis = (int) patience.toMillis();
            return HttpClientBuilder.create()
                    .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                            .setMaxConnTotal(CONNECTIONS)
                            .setMaxConnPerRoute(CONNECTIONS)
                            .setDefaultConnectionConfig(ConnectionConfig.custom()
                                    .setConnectTimeout(millis, TimeUnit.MILLISECONDS)
                                    .setSocketTimeout(millis, TimeUnit.MILLISECONDS)
                                    .build())
                            .setDefaultSocketConfig(SocketConfig.custom()
                                    .setSoTimeout(millis, TimeUnit.MILLISECONDS)
                                    .build())
                            .build())
                    .disableAutomaticRetries()
                    .disableRedirectHandling()
                    .disableCookieManagement();
        }

        @Override
        public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
            return makeRequest(request);
        }

        @Override
        public Response reliableRequest(Request request) {
            return makeRequest(request);
        }
    }

    /** Twilio's hosts that we call. */
    public enum Host {
        API("https://api.twilio.com"),
        CONVERSATIONS("https://conversations.twilio.com"),
        CONTENT("https://content.twilio.com"),
        MESSAGING("https://messaging.twilio.com");

        private final String base;

        Host(String base) {
            this.base = base;
        }
    }

    /**
     * What came back.
     *
     * @param status HTTP status; 0 where there was no answer, so that it is not known whether the call had an effect
     * @param json the body; a missing node where it is none
     * @param retryAfter what the other side asked for, within bounds
     */
    public record Answer(int status, JsonNode json, Optional<Duration> retryAfter) {
        /** What we know that Twilio would answer, without asking. */
        static Answer refused() {
            return new Answer(400, JSON.missingNode(), Optional.empty());
        }

        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /** Twilio's error code; empty where the answer has none. */
        public String code() {
            return json.path("code").asString("");
        }

        /** For a ledger: numbers alone. */
        public String describe() {
            return status == 0 ? "no answer from Twilio" : "Twilio answered " + status + (" " + code()).stripTrailing();
        }

        /** The token of a list's next page; empty at its end. */
        public Optional<String> nextPage() {
            Matcher token =
                    PAGE_TOKEN.matcher(json.path("meta").path("next_page_url").asString(""));
            return token.find()
                    ? Optional.of(URLDecoder.decode(token.group(1), StandardCharsets.UTF_8))
                    : Optional.empty();
        }

        /** A text of the body; empty where there is none. */
        public String text(String field) {
            return json.path(field).asString("");
        }
    }

    /** A form post. */
    public Answer post(Host host, String path, Map<String, String> form) {
        Request request = request(HttpMethod.POST, host, path);
        request.setContentType(EnumConstants.ContentType.FORM_URLENCODED);
        form.forEach(request::addPostParam);
        return send(request);
    }

    /** A form post in which a key may have several values, each sent under the key. */
    public Answer postAll(Host host, String path, Map<String, List<String>> form) {
        Request request = request(HttpMethod.POST, host, path);
        request.setContentType(EnumConstants.ContentType.FORM_URLENCODED);
        form.forEach((key, values) -> values.forEach(value -> request.addPostParam(key, value)));
        return send(request);
    }

    /** A post with a JSON body. */
    public Answer postJson(Host host, String path, JsonNode body) {
        Request request = request(HttpMethod.POST, host, path);
        request.setContentType(EnumConstants.ContentType.JSON);
        request.setBody(JSON.writeValueAsString(body));
        return send(request);
    }

    public Answer get(Host host, String path, Map<String, String> query) {
        Request request = request(HttpMethod.GET, host, path);
        query.forEach(request::addQueryParam);
        return send(request);
    }

    public Answer delete(Host host, String path) {
        return send(request(HttpMethod.DELETE, host, path));
    }

    /** The path of something of our account in the main API. */
    public String ofAccount(String rest) {
        return "/2010-04-01/Accounts/" + account.sid() + rest;
    }

    /** The path of a conversation. */
    public static String conversation(String sid) {
        return CONVERSATIONS + "/" + sid;
    }

    /** The path of what was written in a conversation. */
    public static String messagesOf(String conversation) {
        return conversation(conversation) + "/Messages";
    }

    private Request request(HttpMethod method, Host host, String path) {
        String base = account.apiBase()
                .map(url -> url.toString().replaceFirst("/$", ""))
                .orElse(host.base);
        return new Request(method, base + path);
    }

    private Answer send(Request request) {
        try {
            Response response = client.request(request);
            return response == null
                    ? noAnswer()
                    : new Answer(response.getStatusCode(), body(response), retryAfter(response.getHeaders()));
        } catch (TwilioException e) {
            // A time-out, a reset, or an answer cut off: its message may hold a URL with a number in it.
            return noAnswer();
        }
    }

    private static Answer noAnswer() {
        return new Answer(0, JSON.missingNode(), Optional.empty());
    }

    private static JsonNode body(Response response) {
        String content = response.getContent();
        try {
            return content == null || content.isBlank() ? JSON.missingNode() : JSON.readTree(content);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private static Optional<Duration> retryAfter(Header @Nullable [] headers) {
        if (headers != null) {
            for (Header header : headers) {
                String value = String.valueOf(header.getValue());
                if (header.getName().equalsIgnoreCase("Retry-After")) {
                    return RetryAfter.of(value);
                }
            }
        }
        return Optional.empty();
    }
}
