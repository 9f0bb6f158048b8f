package segue.catalog.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import segue.catalog.NameList;
import segue.catalog.RowSource;

/** The fields of documents as a table's text, as if they stood in a file. */
public final class DocumentText {
    private static final JsonWriterSettings PLAIN =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    /** The column that {@code _id} is where no field is an id. */
    static final String ID = "id";

    private DocumentText() {}

    /**
     * @param json a document as {@code $objectToArray} gives it, in MongoDB's extended JSON: {@code [{"k": name, "v": value}, …]}
     * @param columns as of {@link CollectionColumns}
     * @return a text a column; empty where the document has none
     */
    public static String[] ofPairs(String json, List<String> columns) {
        return fields(document(json), columns);
    }

    /**
     * A document as a row that can be cleaned.
     *
     * @param json as in {@link #ofPairs}, {@code _id} among the names
     * @param line its place in the order of the collection, from 1
     */
    public static RowSource.Row rowOfPairs(String json, List<String> columns, long line) {
        return row(document(json), columns, line);
    }

    private static BsonDocument document(String json) {
        BsonDocument document = new BsonDocument();
        for (BsonValue pair : BsonArray.parse(json)) {
            document.append(
                    pair.asDocument().getString("k").getValue(),
                    pair.asDocument().get("v"));
        }
        return document;
    }

    static RowSource.Row row(BsonDocument document, List<String> columns, long line) {
        String[] fields = fields(document, columns);
        String text = "_id " + text(document.get("_id")) + ": " + String.join(",", fields);
        return new RowSource.Row(line, fields, null, text);
    }

    static String[] fields(BsonDocument document, List<String> columns) {
        String[] fields = new String[columns.size()];
        for (int i = 0; i < fields.length; i++) {
            BsonValue value = document.get(columns.get(i));
            fields[i] = text(value);
        }
        return fields;
    }

    static String text(BsonValue value) {
        if (value == null) {
            return "";
        }
        return switch (value.getBsonType()) {
            case NULL, UNDEFINED -> "";
            case STRING -> value.asString().getValue();
            case SYMBOL -> value.asSymbol().getSymbol();
            case DOUBLE -> Double.toString(value.asDouble().getValue());
            case INT32 -> Integer.toString(value.asInt32().getValue());
            case INT64 -> Long.toString(value.asInt64().getValue());
            case DECIMAL128 -> value.asDecimal128().getValue().toString();
            case BOOLEAN -> Boolean.toString(value.asBoolean().getValue());
            case OBJECT_ID -> value.asObjectId().getValue().toHexString();
            case DATE_TIME -> date(value.asDateTime().getValue());
            case ARRAY -> NameList.literal(texts(value.asArray()));
            case DOCUMENT -> value.asDocument().toJson(PLAIN);
            default -> new BsonDocument("value", value).toJson(PLAIN);
        };
    }

    private static List<String> texts(BsonArray array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(text(value)));
        return texts;
    }

    /** A day at midnight is the day. */
    private static String date(long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(instant) ? day.toString() : instant.toString();
    }
}
