package uk.schoolgate.adapter.teams.trust;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP calls that have an end. The JDK's own time-out is over once the headers are there; a body that stalls after them would
 * hold the caller for ever, and with it everybody who waits for the same keys or the same token.
 */
public final class PatientHttp {
    private final Duration patience;
    private final HttpClient client;

    /** @param patience how long an answer may take, with all that is in it */
    public PatientHttp(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /**
     * The whole answer.
     *
     * @throws IOException when there is none in time
     */
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> call =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer in time");
        } finally {
            call.cancel(true);
        }
    }
}
