package uk.schoolgate.adapter.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A Lua script, run by its hash; sent whole only where Redis has forgotten it. */
final class Script {
    private final String source;
    private final String hash;

    private Script(String source) {
        this.source = source;
        this.hash = sha1(source);
    }

    static Script load(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            return new Script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object run(RedisConnection redis, List<String> keys, List<String> arguments) {
        return redis.call(client -> {
            try {
                return client.evalsha(hash, keys, arguments);
            } catch (JedisNoScriptException e) {
                return client.eval(source, keys, arguments);
            }
        });
    }

    /** Redis names scripts by SHA-1; nothing rests on its strength. */
    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
