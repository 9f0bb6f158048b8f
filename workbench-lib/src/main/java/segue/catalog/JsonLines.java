package segue.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;

/** One JSON object a line; a broken one costs its line. */
final class JsonLines implements JsonObjects {
    private final LineReader lines;

    JsonLines(InputFile file) {
        this.lines = new LineReader(file.name(), file.text());
    }

    @Override
    public Parsed next() {
        LineReader.Line line = lines.next();
        while (line != null && line.problem() == null && line.text().isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        return line.problem() == null
                ? parsed(line.number(), line.text())
                : Parsed.bad(line.number(), line.problem(), line.text());
    }

    private static Parsed parsed(long number, String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Parsed.bad(number, "the line is no JSON object", text);
            }
            Map<String, String> fields = JsonObjects.fields(parser);
            return parser.nextToken() == null
                    ? new Parsed(number, fields, null, text)
                    : Parsed.bad(number, "something stands after the line's JSON object", text);
        } catch (JsonProcessingException e) {
            return Parsed.bad(number, "the line is not valid JSON: " + reason(e), text);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory could not be read", e);
        }
    }

    /** The first line of Jackson's message. */
    static String reason(JsonProcessingException e) {
        return CleaningLog.bounded(e.getOriginalMessage().lines().findFirst().orElse("it breaks off"));
    }

    @Override
    public String damage() {
        return lines.damage();
    }

    @Override
    public void tell(Consumer<String> notes) {
        lines.tell(notes);
    }
}
