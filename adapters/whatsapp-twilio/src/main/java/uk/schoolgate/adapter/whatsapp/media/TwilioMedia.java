package uk.schoolgate.adapter.whatsapp.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.sending.RetryAfter;

/**
 * Fetches attachments from Twilio, one attempt a call. Our credentials go to Twilio's API and nowhere else: it sends us on
 * to a store of files with an address that is good for a few hours, and there only the hosts that Twilio names are asked.
 */
public final class TwilioMedia implements AutoCloseable {
    private static final String API = "https://api.twilio.com";
    private static final int MOST_REDIRECTS = 3;

    private final TwilioAccount account;
    private final int largest;
    private final Duration patience;
    private final HttpClient client;

    /**
     * Fetches the attachments of an account.
     *
     * @param largest what is larger is not taken, in bytes
     * @param patience for the whole of one attempt
     */
    public TwilioMedia(TwilioAccount account, int largest, Duration patience) {
        this.account = account;
        this.largest = largest;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** @param url as the webhook gave it */
    Fetched fetch(String url) {
        Optional<TwilioResource.Attachment> attachment = TwilioResource.at(url, account);
        if (attachment.isEmpty()) {
            return new Fetched.NotThere();
        }
        String base = account.apiBase().map(URI::toString).orElse(API).replaceFirst("/$", "");
        URI first = URI.create(base + "/2010-04-01/Accounts/" + account.sid() + "/"
                + attachment.get().name());
        CompletableFuture<Fetched> fetched = get(first, true, 0);
        try {
            return fetched.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Its message may hold an address that opens the file.
            fetched.cancel(true);
            return new Fetched.NotNow("no answer from Twilio", Optional.empty());
        } catch (InterruptedException e) {
            fetched.cancel(true);
            Thread.currentThread().interrupt();
            return new Fetched.NotNow("interrupted", Optional.empty());
        }
    }

    private CompletableFuture<Fetched> get(URI url, boolean ours, int redirects) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(patience).GET();
        if (ours) {
            String credentials = account.sid() + ":" + account.authToken();
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        CompletableFuture<HttpResponse<Optional<byte[]>>> answer =
                client.sendAsync(request.build(), head -> new BoundedBody(longest(head)));
        return answer.thenCompose(response -> read(url, response, redirects));
    }

    /** What says beforehand that it is too large is not begun with. */
    private int longest(HttpResponse.ResponseInfo head) {
        boolean tooLarge = head.headers().firstValueAsLong("Content-Length").orElse(0) > largest;
        return tooLarge ? 0 : largest;
    }

    private CompletableFuture<Fetched> read(URI url, HttpResponse<Optional<byte[]>> response, int redirects) {
        int status = response.statusCode();
        return switch (status) {
            case 200 ->
                CompletableFuture.completedFuture(
                        response.body().<Fetched>map(Fetched.Content::new).orElseGet(Fetched.TooLarge::new));
            case 301, 302, 303, 307, 308 ->
                next(url, response.headers())
                        .filter(there -> redirects < MOST_REDIRECTS)
                        .map(there -> get(there, false, redirects + 1))
                        .orElseGet(() -> CompletableFuture.failedFuture(
                                new IOException("Twilio sends us to a host that we don't ask")));
            case 404, 410 -> CompletableFuture.completedFuture(new Fetched.NotThere());
            default ->
                CompletableFuture.completedFuture(
                        new Fetched.NotNow("Twilio answered " + status, retryAfter(response.headers())));
        };
    }

    private Optional<URI> next(URI url, HttpHeaders headers) {
        try {
            return headers.firstValue("Location")
                    .map(url::resolve)
                    .filter(there -> MediaHosts.mayBeAsked(there, account));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(RetryAfter::of);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
