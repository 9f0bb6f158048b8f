package segue.catalog.playlists;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import segue.catalog.Track;

/** Writes what {@link JsonPlaylists} reads of JSPF. */
final class JspfWriter {
    private JspfWriter() {}

    static void write(PlaylistExport list, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeObjectFieldStart("playlist");
            text(json, "title", list.name());
            json.writeArrayFieldStart("track");
            for (Track song : list.songs()) {
                json.writeStartObject();
                // The format has lists here: a song may be found in several places.
                if (SongPlace.isRecording(song)) {
                    json.writeArrayFieldStart("location");
                    json.writeString(SongPlace.address(song.id()));
                } else {
                    json.writeArrayFieldStart("identifier");
                    json.writeString(WellFormed.text(SongPlace.identifier(song)));
                }
                json.writeEndArray();
                text(json, "title", song.name());
                text(json, "creator", song.artists().isEmpty() ? "" : song.artistLine());
                if (song.durationMillis().isPresent()) {
                    json.writeNumberField("duration", song.durationMillis().getAsInt());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        if (!text.isBlank()) {
            json.writeStringField(field, WellFormed.text(text));
        }
    }
}
