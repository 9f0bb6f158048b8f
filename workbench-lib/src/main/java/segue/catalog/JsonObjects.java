package segue.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The objects of a JSON file one after the other, their values as a CSV file has them. */
interface JsonObjects {
    /** Python writes NaN, which is no JSON but is understood. */
    JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    int BEGINNING = 4096;

    /**
     * One object, or what stands in its place.
     *
     * @param line where it begins, from 1
     * @param fields by name; empty where there is a problem
     * @param problem why it is no row, or null
     * @param text as it stands in the file; null where only its fields are known
     */
    record Parsed(long line, Map<String, String> fields, String problem, String text) {
        static Parsed bad(long line, String problem, String text) {
            return new Parsed(line, Map.of(), problem, text);
        }
    }

    /** Those of one array where the file begins with a bracket, else those of its lines. */
    static JsonObjects in(InputFile file) {
        try {
            return InputFile.beginning(file.text(), BEGINNING).startsWith("[")
                    ? new JsonArray(file)
                    : new JsonLines(file);
        } catch (IOException e) {
            throw new CatalogException(file.name(), "it cannot be read: " + e, "Check the file and its disk", e);
        }
    }

    /** The next one, or null after the last. */
    Parsed next();

    /** What broke off the reading, or null. */
    String damage();

    /** Says what a person should know of the whole file, after the last object. */
    void tell(Consumer<String> notes);

    /** The fields of the object at whose first brace the parser stands. */
    static Map<String, String> fields(JsonParser parser) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName().strip();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    /** A list of plain values becomes a list literal; an object within an object is left out. */
    private static String value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case START_OBJECT -> {
                parser.skipChildren();
                yield "";
            }
            case START_ARRAY -> list(parser);
            default -> parser.getText();
        };
    }

    private static String list(JsonParser parser) throws IOException {
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                values.add(parser.getText());
            }
        }
        return NameList.literal(values);
    }
}
