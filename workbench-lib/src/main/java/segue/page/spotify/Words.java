package segue.page.spotify;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import segue.jobs.JobFailedException;
import segue.spotify.access.SignIn;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifySettings;

/** What goes wrong with Spotify, for who sits before a page: the same as commands say, without their names. */
final class Words {
    static final String AFTER_SIGNING_OUT =
            "Segue is signed out on this machine. What you allowed stays allowed at Spotify until you withdraw it at "
                    + SignIn.REVOKE + ".";

    private static final String AGAIN = "Sign in again.";

    private Words() {}

    static String of(SpotifyException failed) {
        return switch (failed.reason()) {
            case NOT_SIGNED_IN, NOT_CONFIGURED -> "Segue is not signed in to Spotify. Sign in first.";
            case SIGN_IN_ENDED -> "Spotify no longer takes the sign-in: it has ended, or was revoked. " + AGAIN;
            case SCOPE_MISSING -> withoutCommands(failed.getMessage()) + " " + AGAIN;
            default -> withoutCommands(failed.getMessage());
        };
    }

    /** For programs: {@code spotify_offline}. */
    static String code(SpotifyException failed) {
        return "spotify_" + failed.reason().name().toLowerCase(Locale.ROOT);
    }

    static JobFailedException asFailure(SpotifyException failed) {
        return new JobFailedException(code(failed), of(failed));
    }

    /** How to get what is missing, in two sentences. */
    static String howToConnect(SpotifySettings settings) {
        return "Make an app of your own at https://developer.spotify.com/dashboard (Spotify asks for a Premium account) with the"
                + " redirect URI " + settings.redirectUri()
                + " and the Web API, and set SEGUE_SPOTIFY_CLIENT_ID, or spotify-client-id in segue.properties, to its client"
                + " id; no secret is needed. Then start this page again and sign in here; everything else works without it.";
    }

    private static String withoutCommands(String message) {
        String text = Arrays.stream(message.split("(?<=\\.) (?=['A-Z])"))
                .filter(sentence -> !sentence.contains("'./segue"))
                .collect(Collectors.joining(" "));
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
