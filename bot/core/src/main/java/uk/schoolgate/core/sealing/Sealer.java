package uk.schoolgate.core.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts personal data at rest with AES-256-GCM. Sealed text is {@code key-id.base64}; it opens only with the same
 * context that it was sealed with, so that one record's text cannot be passed off as another's.
 */
public final class Sealer {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PSEUDONYM_BYTES = 8;

    private final EvidenceKeys keys;
    private final Supplier<SecretKey> pseudonymKey;
    private final SecureRandom random = new SecureRandom();

    /** A sealer whose pseudonyms last as long as its current key. */
    public Sealer(EvidenceKeys keys) {
        this(keys, () -> keys.key(keys.currentId()));
    }

    private Sealer(EvidenceKeys keys, Supplier<SecretKey> pseudonymKey) {
        this.keys = keys;
        this.pseudonymKey = pseudonymKey;
    }

    /**
     * The same sealer with a key of its own for pseudonyms, so that people keep theirs when the keys are rotated.
     *
     * @param key gives base64 of 32 bytes; asked for each pseudonym, because the store that keeps it may be away
     */
    public Sealer withPseudonymKey(Supplier<String> key) {
        return new Sealer(keys, () -> new SecretKeySpec(Base64.getDecoder().decode(key.get()), "HmacSHA256"));
    }

    /** Seals text under a context, for instance the key that it is stored at. */
    public String seal(String plain, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String id = keys.currentId();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, id, nonce, plain.getBytes(StandardCharsets.UTF_8), context);
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return id + "." + Base64.getEncoder().encodeToString(both);
    }

    /**
     * Opens sealed text.
     *
     * @throws UnknownKeyException when its key is no longer given
     * @throws IllegalArgumentException when it was changed, or was sealed under another context
     */
    public String open(String sealed, String context) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("this is not sealed text");
        }
        byte[] both = Base64.getDecoder().decode(sealed.substring(dot + 1));
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return new String(
                run(Cipher.DECRYPT_MODE, sealed.substring(0, dot), nonce, body, context), StandardCharsets.UTF_8);
    }

    /** The id of the key that a text was sealed with; empty where it is not sealed text. */
    public static Optional<String> keyOf(String sealed) {
        int dot = sealed.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(sealed.substring(0, dot));
    }

    /** Whether a text was sealed with the key that encrypts now. */
    public boolean isCurrent(String sealed) {
        return keyOf(sealed).filter(keys.currentId()::equals).isPresent();
    }

    /** The same text under the key that encrypts now; throws what {@link #open} throws. */
    public String reseal(String sealed, String context) {
        return seal(open(sealed, context), context);
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] input, String context) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, keys.key(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("sealed text was changed or belongs elsewhere", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot do AES-GCM", e);
        }
    }

    /**
     * A stable stand-in for a person in places that must not name them, such as the audit trail: the same person gives the
     * same word, and nobody without the key can go back.
     */
    public String pseudonym(String person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(pseudonymKey.get());
            byte[] digest = mac.doFinal(person.getBytes(StandardCharsets.UTF_8));
            return "p-" + HexFormat.of().formatHex(digest, 0, PSEUDONYM_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot do HMAC-SHA256", e);
        }
    }
}
