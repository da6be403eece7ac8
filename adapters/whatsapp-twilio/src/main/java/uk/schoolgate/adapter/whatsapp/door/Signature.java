package uk.schoolgate.adapter.whatsapp.door;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's signature: base64(HMAC-SHA1(auth token, URL + sorted pairs of the form)). The SDK's validator takes a map,
 * which cannot hold a repeated key and which servlets fill with the query's pairs too; so it is computed here.
 */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;
    private final List<String> bases;

    /** @param publicUrl under which Twilio reaches us, whatever address a proxy shows us */
    Signature(String authToken, String publicUrl) {
        this.key = new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.bases = spellings(publicUrl);
    }

    /** With and without the scheme's own port: Twilio's products differ in it. */
    private static List<String> spellings(String publicUrl) {
        URI url = URI.create(publicUrl);
        int own = "https".equals(url.getScheme()) ? 443 : 80;
        String host = url.getScheme() + "://" + url.getHost();
        String rest = url.getRawPath();
        return url.getPort() == -1 || url.getPort() == own
                ? List.of(host + rest, host + ":" + own + rest)
                : List.of(host + ":" + url.getPort() + rest);
    }

    /**
     * Whether the header is that of this request.
     *
     * @param rawUri path and query as they came
     */
    boolean matches(String rawUri, FormBody form, @Nullable String header) {
        if (header == null) {
            return false;
        }
        byte[] given = header.getBytes(StandardCharsets.UTF_8);
        boolean matches = false;
        for (String base : bases) {
            byte[] expected = of(base + rawUri, form).getBytes(StandardCharsets.UTF_8);
            matches |= MessageDigest.isEqual(expected, given);
        }
        return matches;
    }

    /**
     * The header that Twilio would send with a form, for a simulator of it.
     *
     * @param url as Twilio calls it, with its query
     * @param body the form, encoded
     * @throws IllegalArgumentException when the body is no form
     */
    public static String header(String authToken, String url, byte[] body) {
        FormBody form = FormBody.parse(body).orElseThrow(() -> new IllegalArgumentException("the body is no form"));
        return new Signature(authToken, url).of(url, form);
    }

    String of(String url, FormBody form) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal((url + form.signedPart()).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
