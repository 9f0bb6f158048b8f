package segue.spotify.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import segue.spotify.sample.SampleAccount.Answer;

/** The sign-in by authorization code with PKCE. A code and a refresh token are good for one use, an access token for a time. */
final class AccountTokens {
    private static final int AN_HOUR = 3600;

    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();
    private final String clientId;
    private final String scopes;
    private String access = "";
    private String refresh = "";
    private int seconds = AN_HOUR;

    AccountTokens(String clientId, String scopes) {
        this.clientId = clientId;
        this.scopes = scopes;
    }

    /** Whoever comes is taken for the person who agrees. */
    Answer authorized(Map<String, String> query) {
        String code = "code-" + issued.incrementAndGet();
        challenges.put(code, query.getOrDefault("code_challenge", ""));
        return Answer.of(302, "")
                .with("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    }

    synchronized Answer token(Map<String, String> form) {
        if (!clientId.equals(form.get("client_id"))) {
            return Answer.of(400, "{\"error\":\"invalid_client\",\"error_description\":\"Invalid client\"}");
        }
        boolean good = "authorization_code".equals(form.get("grant_type"))
                ? hash(form.getOrDefault("code_verifier", "")).equals(challenges.remove(form.getOrDefault("code", "")))
                : refresh.equals(form.get("refresh_token"));
        if (!good) {
            return Answer.of(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Refresh token revoked\"}");
        }
        SampleAccount.Issued next = issue();
        return Answer.of(
                200,
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"scope\":\"%s\",\"expires_in\":%d,\"refresh_token\":\"%s\"}"
                        .formatted(next.access(), scopes, next.seconds(), next.refresh()));
    }

    synchronized SampleAccount.Issued issue() {
        int number = issued.incrementAndGet();
        access = "access-" + number;
        refresh = "refresh-" + number;
        return new SampleAccount.Issued(access, refresh, seconds);
    }

    synchronized boolean admits(String authorization) {
        return ("Bearer " + access).equals(authorization);
    }

    synchronized void last(int other) {
        seconds = other;
    }

    synchronized void expireAccess() {
        access = "expired";
    }

    synchronized void revoke() {
        access = "revoked";
        refresh = "revoked";
    }

    private static String hash(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
