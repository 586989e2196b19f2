package io.plimsoll.server;

import io.plimsoll.canonical.CanonicalJson;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** ID tokens, good and bad, written down by hand. */
final class IdToken {
    private static final long LIFE_SECONDS = 300;

    private IdToken() {}

    /** What a token is made of instead of what it should be made of. */
    interface Forgery {
        String make(Map<String, Object> claims, Signer key);
    }

    /** A key that signs. */
    record Signer(String id, KeyPair pair) {
        static Signer fresh(String id) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return new Signer(id, generator.generateKeyPair());
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        Map<String, Object> publicJwk() {
            RSAPublicKey key = (RSAPublicKey) pair.getPublic();
            return Map.of(
                    "kty",
                    "RSA",
                    "use",
                    "sig",
                    "kid",
                    id,
                    "n",
                    number(key.getModulus()),
                    "e",
                    number(key.getPublicExponent()));
        }

        private static String number(BigInteger number) {
            byte[] bytes = number.toByteArray();
            int from = bytes[0] == 0 ? 1 : 0;
            return encoded(Arrays.copyOfRange(bytes, from, bytes.length));
        }
    }

    static Map<String, Object> claims(String issuer, String audience, String nonce) {
        long now = Instant.now().getEpochSecond();
        return Map.of("iss", issuer, "aud", audience, "nonce", nonce, "iat", now, "exp", now + LIFE_SECONDS);
    }

    static String signed(Map<String, Object> claims, Signer signer) {
        String content = content("RS256", signer.id(), claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.pair().getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String unsigned(Map<String, Object> claims) {
        return content("none", "k1", claims) + ".";
    }

    /** With the public key as if it were a secret: what a verifier accepts that lets the token choose the algorithm. */
    static String signedByPublicKey(Map<String, Object> claims, Signer signer) {
        String content = content("HS256", signer.id(), claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signer.pair().getPublic().getEncoded(), "HmacSHA256"));
            return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String content(String algorithm, String key, Map<String, Object> claims) {
        String header = CanonicalJson.text(Map.of("alg", algorithm, "kid", key, "typ", "JWT"));
        return encoded(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + encoded(CanonicalJson.text(claims).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
