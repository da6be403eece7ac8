package uk.schoolgate.core.sealing;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that personal data is encrypted with: the first one encrypts, all of them decrypt, so that a key can be rotated
 * by putting a new one in front.
 *
 * <p>Read from {@code id:base64 of 32 bytes}, comma-separated. Never printed.
 */
public final class EvidenceKeys {
    private static final int KEY_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final String current;
    private final Map<String, SecretKey> keys;

    private EvidenceKeys(Map<String, SecretKey> keys) {
        this.keys = Map.copyOf(keys);
        this.current = keys.keySet().iterator().next();
    }

    /**
     * Reads keys from the form of the EVIDENCE_KEYS setting.
     *
     * @throws IllegalArgumentException when the form is wrong; the message says how, without a part of a key
     */
    public static EvidenceKeys parse(String setting) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String entry : List.of(setting.split(",", -1))) {
            int colon = entry.indexOf(':');
            String id = colon < 0 ? "" : entry.substring(0, colon).strip();
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("each key needs the form id:base64, with letters and digits as id");
            }
            if (keys.put(id, decode(id, entry.substring(colon + 1).strip())) != null) {
                throw new IllegalArgumentException("the key id " + id + " is given twice");
            }
        }
        return new EvidenceKeys(keys);
    }

    private static SecretKey decode(String id, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the key " + id + " is not base64", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key " + id + " has " + bytes.length + " bytes instead of 32");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** A new random key in the form of the setting. */
    public static String generate(String id) {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    String currentId() {
        return current;
    }

    SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new UnknownKeyException(id, new ArrayList<>(keys.keySet()));
        }
        return key;
    }

    @Override
    public String toString() {
        return "EvidenceKeys" + keys.keySet();
    }
}
