package segue.spotify.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Proof that who brings the code of a sign-in is who began it (RFC 7636, method S256).
 *
 * @param verifier kept until the code is exchanged, 86 characters
 * @param state comes back with the browser, 43 characters
 */
record Pkce(String verifier, String state) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int VERIFIER_BYTES = 64;
    private static final int STATE_BYTES = 32;

    static Pkce fresh() {
        return new Pkce(random(VERIFIER_BYTES), random(STATE_BYTES));
    }

    /** What is shown at the start: the hash of the verifier. */
    String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** In the same time, wherever they differ. */
    boolean isState(String other) {
        return MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
