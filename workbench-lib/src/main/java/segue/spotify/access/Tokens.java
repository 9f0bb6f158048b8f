package segue.spotify.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * A sign-in. What it holds opens the account: it is written to {@link TokenFile} and nowhere else.
 *
 * @param clientId of the app that was signed in to
 * @param access opens the Web API, for an hour
 * @param refresh gets the next {@code access}
 * @param expires when {@code access} ends
 * @param since when the person agreed
 * @param scopes that they agreed to
 */
record Tokens(String clientId, String access, String refresh, Instant expires, Instant since, Set<String> scopes) {
    /** Spotify ends every sign-in six months after the person agreed, however often it was used (since June 2026). */
    private static final int LIFETIME_MONTHS = 6;

    Tokens {
        scopes = Set.copyOf(scopes);
    }

    /** When Spotify will ask the person again. */
    Instant ends() {
        return since.atZone(ZoneOffset.UTC).plusMonths(LIFETIME_MONTHS).toInstant();
    }

    boolean usable(Instant at) {
        return at.isBefore(expires);
    }

    /** Nothing of it may reach a log. */
    @Override
    public String toString() {
        return "sign-in of " + since + " with " + scopes.size() + " permissions";
    }
}
