package segue.catalog.playlists;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import segue.catalog.CatalogException;

/**
 * Slices of the Million Playlist Dataset ({@code playlists: [{pid, name, tracks: [{track_uri, track_name, artist_name}]}]}) and
 * JSPF ({@code playlist: {title, track: [{location, identifier, title, creator}]}}). One playlist is held at a time; where the
 * file breaks off, the playlist that is not whole is left out.
 */
final class JsonPlaylists {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonParser json;
    private final String fallback;
    private final PlaylistSink sink;
    private int lists;
    private String id;
    private String name;
    private final List<ListedSong> songs = new ArrayList<>();

    private JsonPlaylists(JsonParser json, String fallback, PlaylistSink sink) {
        this.json = json;
        this.fallback = fallback;
        this.sink = sink;
    }

    static void read(String file, String name, InputStream text, PlaylistSink sink) throws IOException {
        try (JsonParser json = MAPPER.createParser(text)) {
            JsonPlaylists playlists = new JsonPlaylists(json, name, sink);
            try {
                playlists.read();
            } catch (JsonProcessingException | EOFException | ZipException e) {
                JsonLocation at = json.currentLocation();
                sink.note(
                        ("%s, line %,d, column %,d: the file breaks off or is damaged here; %,d playlists before it were"
                                        + " read, the one it stands in (%s, %,d songs so far) was left out")
                                .formatted(
                                        file,
                                        at.getLineNr(),
                                        at.getColumnNr(),
                                        playlists.lists,
                                        playlists.name.isEmpty() ? "without a name" : playlists.name,
                                        playlists.songs.size()));
            }
            if (playlists.lists == 0) {
                throw new CatalogException(
                        file,
                        "no playlist was found in this JSON",
                        "It should be a slice of the Million Playlist Dataset (playlists: [{pid, name, tracks}])"
                                + " or JSPF (playlist: {title, track})");
            }
        }
    }

    private void read() throws IOException {
        name = "";
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("playlists") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    playlist();
                }
            } else if (field.equals("playlist") && value == JsonToken.START_OBJECT) {
                playlist();
            } else {
                json.skipChildren();
            }
        }
    }

    private void playlist() throws IOException {
        id = "";
        name = "";
        songs.clear();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "pid", "identifier" -> id = value.isScalarValue() ? json.getText() : skipped();
                case "name", "title" -> name = value.isScalarValue() ? json.getText() : skipped();
                case "tracks", "track" -> tracks(value);
                default -> json.skipChildren();
            }
        }
        // The name or id may follow the songs, so they are handed on at the end.
        String key = id.isEmpty() ? fallback + (lists == 0 ? "" : " " + (lists + 1)) : id;
        songs.forEach(song -> sink.song(key, name, song));
        lists++;
    }

    private String skipped() throws IOException {
        json.skipChildren();
        return "";
    }

    private void tracks(JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonNode track = json.readValueAsTree();
            String path = M3uPlaylist.location(text(track, "location"));
            String uri = text(track, "track_uri", "identifier");
            songs.add(ListedSong.of(
                    uri.isEmpty() ? path : uri,
                    text(track, "track_name", "title"),
                    text(track, "artist_name", "creator"),
                    path));
        }
    }

    /** The first of some fields that is there, or the first entry of it where it is a list. */
    private static String text(JsonNode track, String... fields) {
        for (String field : fields) {
            JsonNode value = track.path(field);
            String text = (value.isArray() ? value.path(0) : value).asText("");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
