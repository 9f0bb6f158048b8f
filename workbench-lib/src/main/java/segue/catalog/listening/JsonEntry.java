package segue.catalog.listening;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * An entry of a JSON file: of Spotify's extended history ({@code ts}, {@code ms_played}, {@code master_metadata_track_name}, …),
 * its account data ({@code endTime}, {@code artistName}, {@code trackName}, {@code msPlayed}), library and playlists ({@code
 * artist}, {@code track}, {@code uri}; {@code track: {trackName, artistName, trackUri}}), of ListenBrainz ({@code listened_at},
 * {@code track_metadata}), or of lastfmstats.com ({@code artist}, {@code track}, {@code date}).
 */
final class JsonEntry {
    private final JsonParser json;
    private final Entry entry = new Entry();
    private boolean known;
    private int score;
    private boolean pinned;

    private JsonEntry(JsonParser json) {
        this.json = json;
    }

    /** Reads the value that the parser stands at, to its end. */
    static JsonEntry read(JsonParser json) throws IOException {
        JsonEntry entry = new JsonEntry(json);
        if (json.currentToken() == JsonToken.START_OBJECT) {
            entry.object(false);
        } else {
            entry.entry.refuse("an object {…} was expected but this is " + kind(json.currentToken()));
            json.skipChildren();
        }
        return entry;
    }

    Entry entry() {
        return entry;
    }

    /** Whether a field was there that only a play has, or a verdict on a song. */
    boolean isKnown() {
        return known;
    }

    /** Of ListenBrainz' feedback: 1 for loved or pinned, -1 for hated; 0 where this is a play. */
    int score() {
        return pinned ? 1 : score;
    }

    /** @param extras whether these are the additional facts of ListenBrainz, which name other things the same */
    private void object(boolean extras) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            if (extras && !field.equals("spotify_id")) {
                json.skipChildren();
                continue;
            }
            field(field, value);
        }
    }

    private void field(String field, JsonToken value) throws IOException {
        switch (field) {
            case "ts" -> time(field, Layout.SPOTIFY_EXTENDED, value);
            case "endTime" -> time(field, Layout.SPOTIFY_ACCOUNT, value);
            case "listened_at" -> time(field, Layout.LISTENBRAINZ, value);
            case "date" -> entry.time = amount(field, value);
            case "ms_played", "msPlayed" -> {
                known = true;
                entry.millis = amount(field, value);
            }
            case "master_metadata_track_name", "trackName", "track_name" -> entry.title = text(field, value);
            case "master_metadata_album_artist_name", "artistName", "artist_name", "artist" ->
                entry.artist = text(field, value);
            case "spotify_track_uri", "trackUri", "uri", "spotify_id" -> entry.id = text(field, value);
            case "track" -> {
                if (value == JsonToken.START_OBJECT) {
                    object(false);
                } else {
                    entry.title = text(field, value);
                }
            }
            case "track_metadata" -> {
                known = true;
                nested(value, false);
            }
            case "additional_info" -> nested(value, true);
            case "skipped" -> entry.skipped = truth(field, value);
            case "episode_name", "spotify_episode_uri", "podcastName", "episodeName", "episode" -> spoken();
            case "audiobook", "audiobook_title", "audiobook_uri", "audiobook_chapter_uri" -> spoken();
            case "localTrack" -> {
                entry.local = true;
                json.skipChildren();
            }
            case "score" -> score(value);
            case "pinned_until" -> {
                pinned = true;
                json.skipChildren();
            }
            default -> json.skipChildren();
        }
    }

    private void nested(JsonToken value, boolean extras) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            object(extras);
        } else {
            entry.refuse("an object {…} was expected but this is " + kind(value));
            json.skipChildren();
        }
    }

    private void time(String field, Layout layout, JsonToken value) throws IOException {
        known = true;
        entry.layout = layout;
        entry.time = amount(field, value);
    }

    private void spoken() throws IOException {
        entry.spoken = true;
        json.skipChildren();
    }

    private void score(JsonToken value) throws IOException {
        score = value == JsonToken.VALUE_NUMBER_INT ? (int) Math.signum(Double.parseDouble(json.getText())) : 0;
        json.skipChildren();
    }

    private String text(String field, JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? json.getText() : refused(field, "text", value);
    }

    /** A number, or a time as text. */
    private String amount(String field, JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING || value.isNumeric()
                ? json.getText()
                : refused(field, "a number", value);
    }

    private String refused(String field, String expected, JsonToken value) throws IOException {
        entry.refuse("%s must be %s but was %s".formatted(field, expected, kind(value)));
        json.skipChildren();
        return "";
    }

    /** Old exports write numbers here. */
    private boolean truth(String field, JsonToken value) throws IOException {
        if (value.isNumeric()) {
            return Double.parseDouble(json.getText()) != 0;
        }
        if (!value.isBoolean()) {
            entry.refuse("%s must be true or false but was %s".formatted(field, kind(value)));
            json.skipChildren();
        }
        return value == JsonToken.VALUE_TRUE;
    }

    private static String kind(JsonToken value) {
        return switch (value) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "a number";
        };
    }
}
