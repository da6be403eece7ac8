package uk.schoolgate.adapter.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** A key pair of a made-up Microsoft, and the tokens that it signs. */
final class Signing {
    static final String ISSUER = "https://api.botframework.com";

    private final String id;
    private final RSAPublicKey publicKey;
    private final RSAPrivateKey privateKey;

    private Signing(String id, KeyPair pair) {
        this.id = id;
        this.publicKey = (RSAPublicKey) pair.getPublic();
        this.privateKey = (RSAPrivateKey) pair.getPrivate();
    }

    static Signing withKey(String id) {
        return withKey(id, 2048);
    }

    static Signing withKey(String id, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return new Signing(id, generator.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    RSAPublicKey publicKey() {
        return publicKey;
    }

    Algorithm rs256() {
        return Algorithm.RSA256(publicKey, privateKey);
    }

    Algorithm rs512() {
        return Algorithm.RSA512(publicKey, privateKey);
    }

    /** The public half as a JSON Web Key. */
    String jwk(String... endorsements) {
        return """
                {"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s","endorsements":["%s"]}""".formatted(
                        id,
                        encoded(publicKey.getModulus()),
                        encoded(publicKey.getPublicExponent()),
                        String.join("\",\"", endorsements));
    }

    /** The public half without a word about what it is endorsed for. */
    String bareJwk() {
        return """
                {"kty":"RSA","use":"sig","kid":"%s","n":"%s","e":"%s"}""".formatted(id, encoded(publicKey.getModulus()), encoded(publicKey.getPublicExponent()));
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    /** A token as Teams makes it, but for what the change does to it. */
    JWTCreator.Builder valid(String serviceUrl) {
        Instant now = Instant.now();
        return JWT.create()
                .withKeyId(id)
                .withIssuer(ISSUER)
                .withAudience(FakeTeams.APP_ID)
                .withClaim("serviceurl", serviceUrl)
                .withIssuedAt(now)
                .withNotBefore(now.minusSeconds(5))
                .withExpiresAt(now.plusSeconds(3600));
    }

    String header(String serviceUrl, UnaryOperator<JWTCreator.Builder> change) {
        return "Bearer " + change.apply(valid(serviceUrl)).sign(rs256());
    }
}
