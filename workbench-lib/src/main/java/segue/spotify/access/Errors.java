package segue.spotify.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segue.spotify.access.SpotifyException.Reason;

/** What an answer that is no success means for the person. Spotify writes JSON, sometimes plain text; proxies write HTML. */
final class Errors {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern PLAYLIST = Pattern.compile("/v1/playlists/([^/?]+).*");
    private static final int LONGEST_MESSAGE = 200;

    private Errors() {}

    /** The body of a good answer, which is JSON or empty. */
    static String body(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status < 200 || status > 299) {
            throw of(answer);
        }
        String body = answer.body().strip();
        if (!body.isEmpty() && !isJson(body)) {
            throw new SpotifyException(
                    Reason.UNREADABLE,
                    answer.uri().getAuthority()
                            + (body.startsWith("<")
                                    ? " answered with a web page instead of data: a proxy, or the sign-in page of this network,"
                                            + " stands between. Open any page in a browser, then try again."
                                    : " answered with data that breaks off. Try again."));
        }
        return body;
    }

    static SpotifyException of(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String said = message(answer.body());
        String lower = said.toLowerCase(Locale.ROOT);
        if (status >= 500) {
            return new SpotifyException(
                    Reason.DOWN,
                    "Spotify fails (%d%s). Try again later; status.spotify.dev says more."
                            .formatted(status, said.isEmpty() ? "" : ": " + said));
        }
        if (status >= 300 && status < 400) {
            return new SpotifyException(
                    Reason.UNREADABLE,
                    "%s sends this request elsewhere (%d), where it is not followed: a proxy, or the sign-in page of this"
                                    .formatted(answer.uri().getAuthority(), status)
                            + " network, stands between. Open any page in a browser, then try again.");
        }
        return switch (status) {
            case 401 ->
                new SpotifyException(
                        Reason.SIGN_IN_ENDED,
                        "Spotify no longer takes this sign-in" + quoted(said)
                                + ". Run './segue spotify sign-in' again.");
            case 403 -> forbidden(answer.uri(), said, lower);
            case 404 -> notFound(answer.uri(), said);
            default ->
                new SpotifyException(
                        Reason.REFUSED, "Spotify refuses the request (%d)%s.".formatted(status, quoted(said)));
        };
    }

    private static SpotifyException forbidden(URI uri, String said, String lower) {
        if (lower.contains("scope")) {
            return new SpotifyException(
                    Reason.SCOPE_MISSING,
                    "your sign-in does not allow this" + quoted(said)
                            + ". Run './segue spotify sign-in' again and agree to" + " what is asked.");
        }
        if (lower.contains("premium")) {
            return new SpotifyException(
                    Reason.PREMIUM_NEEDED,
                    "Spotify serves an app in development mode only while its owner has Premium" + quoted(said)
                            + ". After subscribing it may take some hours.");
        }
        if (lower.contains("not registered") || lower.contains("not approved")) {
            return new SpotifyException(
                    Reason.NOT_REGISTERED,
                    "this account is not among the five that the app may serve" + quoted(said) + ". Add it under User"
                            + " Management at https://developer.spotify.com/dashboard.");
        }
        Matcher playlist = PLAYLIST.matcher(uri.getRawPath());
        if (playlist.matches()) {
            return new SpotifyException(
                    Reason.NOT_YOURS,
                    "the songs of playlist %s may not be read%s: since February 2026 an app in development mode sees only those"
                                    .formatted(playlist.group(1), quoted(said))
                            + " of playlists that you own or work on. In Spotify add them to a playlist of your own, and give"
                            + " its link.");
        }
        return new SpotifyException(
                Reason.REFUSED,
                "Spotify does not allow this" + quoted(said)
                        + ". './segue spotify limits' lists what apps may no longer do.");
    }

    private static SpotifyException notFound(URI uri, String said) {
        Matcher playlist = PLAYLIST.matcher(uri.getRawPath());
        return playlist.matches()
                ? new SpotifyException(
                        Reason.NOT_FOUND,
                        "Spotify shows no playlist %s to this app: it was deleted, is private, or is one that Spotify makes"
                                        .formatted(playlist.group(1))
                                + " (Discover Weekly, mixes, editorial lists), which apps may not read since November 2024.")
                : new SpotifyException(Reason.NOT_FOUND, "Spotify has no such thing" + quoted(said) + ".");
    }

    /** What Spotify says of the web (an object with a message), of sign-in (an error and its description), or as plain text. */
    static String message(String body) {
        String text = body == null ? "" : body.strip();
        if (text.startsWith("<")) {
            return "";
        }
        try {
            JsonNode json = MAPPER.readTree(text);
            JsonNode error = json.path("error");
            if (error.isObject()) {
                text = error.path("message").asText();
            } else if (error.isTextual()) {
                text = json.path("error_description").asText(error.asText());
            }
        } catch (JsonProcessingException plainText) {
            // It is the message.
        }
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip().replaceFirst("\\.$", "");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }

    /** The code of an error of sign-in, {@code invalid_grant}; empty where it is none. */
    static String code(String body) {
        try {
            return MAPPER.readTree(body).path("error").asText();
        } catch (JsonProcessingException noCode) {
            return "";
        }
    }

    private static String quoted(String said) {
        return said.isEmpty() ? "" : " (\"" + said + "\")";
    }

    private static boolean isJson(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            return json.isObject() || json.isArray();
        } catch (JsonProcessingException broken) {
            return false;
        }
    }
}
