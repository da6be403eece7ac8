package uk.schoolgate.adapter.whatsapp.door;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Changes one thing about a signed webhook, as an attacker, a proxy or a broken line would. */
final class Mutation {
    private Mutation() {}

    static WebhookRequest of(WebhookRequest from, Random random) {
        String uri = from.rawUri();
        String type = from.contentType();
        byte[] body = from.body();
        String signature = Objects.requireNonNull(from.signature());
        return switch (random.nextInt(11)) {
            case 0 -> new WebhookRequest(uri, null, type, body);
            case 1 -> new WebhookRequest(uri, flipped(signature, random), type, body);
            case 2 -> new WebhookRequest(uri, randomSignature(random), type, body);
            case 3 ->
                new WebhookRequest(
                        uri + (uri.contains("?") ? "&" : "?") + "x=" + random.nextInt(), signature, type, body);
            case 4 -> new WebhookRequest(flipped(uri, random), signature, type, body);
            case 5 -> new WebhookRequest(uri, signature, flipped(Objects.requireNonNull(type), random), body);
            case 6 -> new WebhookRequest(uri, signature, type, Arrays.copyOf(body, random.nextInt(body.length)));
            case 7 -> new WebhookRequest(uri, signature, type, appended(body, "&Body=" + random.nextInt()));
            case 8 -> new WebhookRequest(uri, signature, type, appended(body, "%"));
            case 9 -> new WebhookRequest(uri, signature, type, noise(random));
            default -> new WebhookRequest(uri, signature, type, flipped(body, random));
        };
    }

    /** Whether a change left what is signed, and whether a form is read, as it was: another spelling of the same. */
    static boolean saysTheSame(WebhookRequest one, WebhookRequest other) {
        return one.rawUri().equals(other.rawUri())
                && Objects.equals(one.signature(), other.signature())
                && isForm(other.contentType())
                && signedPart(one).equals(signedPart(other));
    }

    private static boolean isForm(@Nullable String type) {
        return String.valueOf(type).toLowerCase(java.util.Locale.ROOT).startsWith("application/x-www-form-urlencoded;");
    }

    private static Optional<String> signedPart(WebhookRequest request) {
        return FormBody.parse(request.body()).map(FormBody::signedPart);
    }

    private static String randomSignature(Random random) {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(4_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] appended(byte[] body, String end) {
        byte[] more = end.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(body, body.length + more.length);
        System.arraycopy(more, 0, all, body.length, more.length);
        return all;
    }

    private static String flipped(String text, Random random) {
        return new String(flipped(text.getBytes(StandardCharsets.ISO_8859_1), random), StandardCharsets.ISO_8859_1);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        int at = random.nextInt(changed.length);
        changed[at] = (byte) (changed[at] ^ 1 << random.nextInt(8));
        return changed;
    }
}
