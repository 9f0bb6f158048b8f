package segue.catalog.listening;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import segue.catalog.LineReader;

/** One JSON object a line, as ListenBrainz hands out listens and feedback. A bad line costs one line. */
final class JsonLines {
    private JsonLines() {}

    /** Whether the first line of a text is an object of its own that tells of a play, or of what is thought of a song. */
    static boolean isFirstOf(String beginning) throws IOException {
        Set<String> fields = new HashSet<>();
        try (JsonParser json =
                JsonListening.FACTORY.createParser(beginning.lines().findFirst().orElse(""))) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    fields.add(json.currentName());
                    json.nextToken();
                    json.skipChildren();
                }
            }
        } catch (JsonProcessingException cutOff) {
            // What was seen of it has to do.
        }
        return fields.contains("listened_at")
                || fields.contains("track_metadata")
                || fields.contains("score") && (fields.contains("recording_msid") || fields.contains("recording_mbid"));
    }

    static void read(String file, InputStream text, ListeningSink sink) throws IOException {
        Refusals refusals = new Refusals(file, sink);
        LineReader lines = new LineReader(file, text);
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.text().isBlank()) {
                continue;
            }
            String where = "line %,d".formatted(line.number());
            if (line.problem() != null) {
                refusals.add(where, line.problem());
                continue;
            }
            line(line.text(), where, sink, refusals);
        }
        refusals.end();
        if (lines.damage() != null) {
            sink.note(
                    "%s, line %,d: %s; what stands before it was read".formatted(file, lines.number(), lines.damage()));
        }
    }

    private static void line(String line, String where, ListeningSink sink, Refusals refusals) throws IOException {
        try (JsonParser json = JsonListening.FACTORY.createParser(line)) {
            json.nextToken();
            JsonEntry read = JsonEntry.read(json);
            if (json.currentToken() == null || json.nextToken() != null) {
                refusals.add(where, "one object {…} and nothing else was expected on it");
                return;
            }
            Entry entry = read.entry();
            if (read.score() != 0 && entry.layout == null) {
                entry.songInto(sink, refusals, where, read.score() > 0);
            } else {
                entry.layout = Layout.LISTENBRAINZ;
                entry.playInto(sink, refusals, where);
            }
        } catch (JsonProcessingException damaged) {
            refusals.add(where, "it is no JSON: " + damaged.getOriginalMessage().replaceAll("\\s+", " "));
        }
    }
}
