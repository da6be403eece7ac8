package uk.schoolgate.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Plays Twilio towards the bot: posts signed webhooks, as if they had come through a proxy under the public URL. */
final class TwilioWebhooks {
    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String GROUP_NUMBER = "+447700900901";
    static final String PRIVATE_NUMBER = "+447700900902";
    static final String MESSAGES = "/webhooks/twilio/messages";
    static final String CONVERSATIONS = "/webhooks/twilio/conversations";
    private static final String PUBLIC_URL = "https://schoolgate.alderlane.example";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String target;

    /** @param target where the bot really listens */
    TwilioWebhooks(String target) {
        this.target = target;
    }

    /** The settings that make a bot take these webhooks for genuine. */
    static Map<String, String> settings(String apiBase) {
        return Map.of(
                "TWILIO_ACCOUNT_SID", ACCOUNT,
                "TWILIO_AUTH_TOKEN", TOKEN,
                "TWILIO_GROUP_NUMBER", GROUP_NUMBER,
                "TWILIO_PRIVATE_NUMBER", PRIVATE_NUMBER,
                "TWILIO_API_BASE", apiBase,
                "PUBLIC_URL", PUBLIC_URL);
    }

    /** A message to the private line. */
    SortedMap<String, String> toPrivateLine(String from, String text) {
        SortedMap<String, String> form = new TreeMap<>();
        form.put("AccountSid", ACCOUNT);
        form.put("MessageSid", sid("SM"));
        form.put("From", "whatsapp:" + from);
        form.put("To", "whatsapp:" + PRIVATE_NUMBER);
        form.put("WaId", from.substring(1));
        form.put("ProfileName", "Somebody");
        form.put("NumMedia", "0");
        form.put("Body", text);
        return form;
    }

    /** A message that a hosted group has seen. */
    SortedMap<String, String> inGroup(String conversation, String author, String text) {
        SortedMap<String, String> form = new TreeMap<>();
        form.put("AccountSid", ACCOUNT);
        form.put("EventType", "onMessageAdded");
        form.put("ConversationSid", conversation);
        form.put("MessageSid", sid("IM"));
        form.put("ParticipantSid", "MB" + ACCOUNT.substring(2));
        form.put("Author", "whatsapp:" + author);
        form.put("Source", "WHATSAPP");
        form.put("Attributes", "{}");
        form.put("Index", "0");
        form.put("Body", text);
        return form;
    }

    /** A message that somebody has written in a hosted group and that nobody has seen yet. */
    SortedMap<String, String> beforeGroup(String conversation, String author, String text) {
        SortedMap<String, String> form = inGroup(conversation, author, text);
        form.put("EventType", "onMessageAdd");
        form.remove("MessageSid");
        form.remove("Index");
        return form;
    }

    /** One that was never given before, by another of these either: the bot takes a known one for a copy. */
    private static String sid(String kind) {
        return kind + UUID.randomUUID().toString().replace("-", "");
    }

    HttpResponse<String> post(String path, SortedMap<String, String> form) {
        return post(path, encoded(form), signature(path, form));
    }

    /** Posts whatever is given, for requests that are not Twilio's. */
    HttpResponse<String> post(String path, String body, String signature) {
        try {
            return client.send(request(path, body, signature), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Posts without waiting; the answer's status comes later. */
    CompletableFuture<Integer> postLater(String path, SortedMap<String, String> form) {
        return LeanPosts.post(URI.create(target + path), encoded(form), headers(signature(path, form)));
    }

    private HttpRequest request(String path, String body, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + path))
                .timeout(Duration.ofSeconds(15))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers(signature).forEach(request::header);
        return request.build();
    }

    private static Map<String, String> headers(String signature) {
        return Map.of(
                "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8", "X-Twilio-Signature", signature);
    }

    static String encoded(SortedMap<String, String> form) {
        return form.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The pairs of a form. */
    static SortedMap<String, String> decoded(String body) {
        SortedMap<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    /** The signature of a form that came to this path under the public URL. */
    static String signature(String path, SortedMap<String, String> form) {
        return signatureOf(PUBLIC_URL + path, TOKEN, form);
    }

    static String signatureOf(String url, String token, SortedMap<String, String> form) {
        String pairs = form.entrySet().stream()
                .map(pair -> pair.getKey() + pair.getValue())
                .collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal((url + pairs).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }
}
