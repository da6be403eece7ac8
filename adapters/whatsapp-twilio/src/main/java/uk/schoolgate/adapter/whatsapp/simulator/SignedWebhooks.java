package uk.schoolgate.adapter.whatsapp.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.door.Signature;
import uk.schoolgate.core.message.StoreUnavailableException;

/** Twilio's calls of the bot: signed over the public URL, posted to where the bot really listens, as through a proxy. */
final class SignedWebhooks {
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final TwilioAccount account;
    private volatile Optional<URI> bot = Optional.empty();

    SignedWebhooks(TwilioAccount account) {
        this.account = account;
    }

    void connect(URI address) {
        bot = Optional.of(address);
    }

    /**
     * Posts a form and gives the bot's answer; empty where none came in time.
     *
     * @param path with the query, if there is one
     * @throws StoreUnavailableException when the bot cannot take it just now: Twilio would come again
     */
    Optional<HttpResponse<String>> post(String path, Map<String, String> pairs, Duration patience) {
        URI address = bot.orElseThrow(() -> new StoreUnavailableException(
                "the bot does not listen yet", new IllegalStateException("not connected")));
        byte[] body = form(pairs).getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", Signature.header(account.authToken(), account.publicUrl() + path, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == UNAVAILABLE) {
                throw new StoreUnavailableException("the bot answered 503", new IllegalStateException("503"));
            }
            return Optional.of(response);
        } catch (HttpTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreUnavailableException("the bot does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted", e);
        }
    }

    private String form(Map<String, String> pairs) {
        return "AccountSid=" + account.sid() + "&"
                + pairs.entrySet().stream()
                        .map(pair -> URLEncoder.encode(pair.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
