package segue.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/** The objects of one JSON array; where it breaks, what stands before is read. */
final class JsonArray implements JsonObjects {
    private final String name;
    private final JsonParser parser;
    private long line = 1;
    private boolean ended;
    private String damage;

    JsonArray(InputFile file) throws IOException {
        this.name = file.name();
        this.parser = FACTORY.createParser(file.text());
        parser.nextToken();
    }

    @Override
    public Parsed next() {
        if (ended) {
            return null;
        }
        try {
            JsonToken token = parser.nextToken();
            line = parser.currentTokenLocation().getLineNr();
            if (token == null || token == JsonToken.END_ARRAY) {
                ended = true;
                return null;
            }
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return Parsed.bad(line, "the element is no JSON object", "");
            }
            return new Parsed(line, JsonObjects.fields(parser), null, null);
        } catch (JsonProcessingException e) {
            return broken("the array is not valid JSON here: " + JsonLines.reason(e));
        } catch (EOFException | ZipException e) {
            return broken("the file is damaged or cut off here (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new CatalogException(name, line, "it cannot be read: " + e, "Check the file and its disk");
        }
    }

    private Parsed broken(String reason) {
        ended = true;
        damage = reason;
        return Parsed.bad(line, reason, "");
    }

    @Override
    public String damage() {
        return damage;
    }

    @Override
    public void tell(Consumer<String> notes) {
        if (damage != null) {
            notes.accept("the array breaks off in the element at line " + line + ": what stands before it was read");
        }
    }
}
