package uk.schoolgate.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Posts for a load: the program that sends it shares the cores with the bot that is measured, and the JDK's newer client
 * takes more than twice as much of them for the same requests.
 */
final class LeanPosts {
    private static final int AT_ONCE = 64;
    private static final int PATIENCE_MS = 15_000;
    private static final Executor THREADS = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("post-", 0).daemon().factory());

    static {
        // As many connections stay open as are used at once.
        System.setProperty("http.maxConnections", Integer.toString(AT_ONCE));
    }

    private LeanPosts() {}

    /**
     * Posts without waiting.
     *
     * @return the answer's status, later
     */
    static CompletableFuture<Integer> post(URI target, String body, Map<String, String> headers) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return status(target, body.getBytes(StandardCharsets.UTF_8), headers);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                THREADS);
    }

    private static int status(URI target, byte[] body, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        headers.forEach(connection::setRequestProperty);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            if (in != null) {
                // Only a connection whose answer was read to the end is used again.
                in.readAllBytes();
            }
        }
        return status;
    }
}
