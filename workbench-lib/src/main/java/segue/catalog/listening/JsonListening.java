package segue.catalog.listening;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * A JSON file: a list of plays, or an object that has lists of plays, saved songs or playlists. One entry at a time is held;
 * where the file breaks off, what stands before was read.
 */
final class JsonListening {
    /** Longer text ends the file; of fields that nobody asks for any length is passed. */
    private static final int LONGEST_TEXT = 1 << 20;

    /** A list in which none of so many entries is a play is something else. */
    private static final int LOOKED_AT = 10;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private final JsonParser json;
    private final ListeningSink sink;
    private final Refusals refusals;
    private long entries;
    private boolean known;

    private JsonListening(JsonParser json, ListeningSink sink, Refusals refusals) {
        this.json = json;
        this.sink = sink;
        this.refusals = refusals;
    }

    /** @return whether this is a file that tells of listening */
    static boolean read(String file, InputStream text, ListeningSink sink) throws IOException {
        Refusals refusals = new Refusals(file, sink);
        try (JsonParser json = FACTORY.createParser(text)) {
            JsonListening listening = new JsonListening(json, sink, refusals);
            try {
                listening.root();
            } catch (JsonProcessingException | EOFException | ZipException e) {
                if (!listening.known) {
                    return false;
                }
                JsonLocation at = json.currentLocation();
                sink.note(
                        "%s, line %,d, column %,d: the file breaks off or is damaged here; %,d entries before it were read"
                                .formatted(file, at.getLineNr(), at.getColumnNr(), listening.entries));
            }
            refusals.end();
            return listening.known;
        }
    }

    private void root() throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            plays(null);
        } else if (first == JsonToken.START_OBJECT) {
            sections();
        }
    }

    private void sections() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("payload") && value == JsonToken.START_OBJECT) {
                sections();
            } else if (value == JsonToken.START_ARRAY) {
                switch (field) {
                    case "tracks" -> songs(true);
                    case "bannedTracks" -> {
                        known = true;
                        songs(false);
                    }
                    case "episodes" -> episodes();
                    case "playlists" -> playlists();
                    case "listens", "payload" -> plays(Layout.LISTENBRAINZ);
                    case "scrobbles" -> plays(Layout.LAST_FM);
                    default -> json.skipChildren();
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** @param layout null where the entries have to tell */
    private void plays(Layout layout) throws IOException {
        known |= layout != null;
        List<String> unlike = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            requireMore();
            String where = where();
            JsonEntry read = JsonEntry.read(json);
            if (!known && !read.isKnown()) {
                unlike.add(where);
                if (unlike.size() == LOOKED_AT) {
                    return;
                }
                continue;
            }
            unlike.forEach(before -> refusals.add(before, "it is no play"));
            unlike.clear();
            known = true;
            Entry entry = read.entry();
            entry.layout = entry.layout == null ? layout : entry.layout;
            if (entry.layout == null) {
                entry.refuse("it does not say when");
                entry.layout = Layout.SPOTIFY_EXTENDED;
            }
            entry.playInto(sink, refusals, where);
        }
    }

    private void songs(boolean wanted) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            requireMore();
            String where = where();
            known = true;
            JsonEntry.read(json).entry().songInto(sink, refusals, where, wanted);
        }
    }

    private void episodes() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            requireMore();
            entries++;
            sink.leftOut(ListeningSink.Kind.PODCAST);
            json.skipChildren();
        }
    }

    private void playlists() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            requireMore();
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY && field.equals("items")) {
                    songs(true);
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private String where() {
        return "entry %,d (line %,d)"
                .formatted(++entries, json.currentTokenLocation().getLineNr());
    }

    /** At the end of a file that breaks off there are no more tokens, and no list ends. */
    private void requireMore() throws IOException {
        if (json.currentToken() == null) {
            throw new EOFException("the file ends within a list");
        }
    }
}
