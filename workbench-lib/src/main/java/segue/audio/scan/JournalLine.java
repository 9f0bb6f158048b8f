package segue.audio.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One line of a journal: the CRC-32C of what follows, eight hexadecimal digits, a blank, and a JSON object. Numbers of a
 * recording are base64 of their bytes, little endian: exact, and a quarter of the text.
 */
final class JournalLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHECK_DIGITS = 8;

    private JournalLine() {}

    static byte[] of(Entry entry) {
        ObjectNode line = JSON.createObjectNode()
                .put("path", entry.stamp().path())
                .put("bytes", entry.stamp().bytes())
                .put("modifiedNanos", entry.stamp().modifiedNanos())
                .put("sha256", entry.sha256());
        switch (entry.outcome()) {
            case Outcome.Unusable unusable -> line.put("unusable", unusable.reason());
            case Outcome.Heard heard -> {
                SongTags tags = heard.tags();
                line.put("title", tags.title())
                        .put("artist", tags.artist())
                        .put("album", tags.album())
                        .put("year", tags.year())
                        .put("genre", tags.genre())
                        .put("seconds", heard.seconds())
                        .put("silent", heard.isSilent())
                        .put("values", text(heard.values()))
                        .put(
                                "fingerprint",
                                Base64.getEncoder()
                                        .encodeToString(heard.fingerprint().toBytes()));
                heard.warning().ifPresent(warning -> line.put("warning", warning));
            }
        }
        return checked(line);
    }

    static byte[] of(Definition definition) {
        ObjectNode line =
                JSON.createObjectNode().put("definition", definition.version()).put("probe", text(definition.probe()));
        definition.names().forEach(line.putArray("names")::add);
        return checked(line);
    }

    /** Empty where the line is not whole. */
    static Optional<Entry> entry(byte[] bytes, int from, int to) {
        return content(bytes, from, to).filter(line -> line.has("path")).map(JournalLine::entry);
    }

    /** Empty where the line is not whole. */
    static Optional<Definition> definition(byte[] bytes, int from, int to) {
        return content(bytes, from, to).filter(line -> line.has("definition")).map(line -> {
            List<String> names = new ArrayList<>();
            line.path("names").forEach(name -> names.add(name.asText()));
            return new Definition(line.path("definition").asInt(), names, floats(line.path("probe")));
        });
    }

    /** Without its end. */
    static int length(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\n' ? line.length - 1 : line.length;
    }

    private static Entry entry(JsonNode line) {
        FileStamp stamp = new FileStamp(
                line.path("path").asText(),
                line.path("bytes").asLong(),
                line.path("modifiedNanos").asLong());
        return new Entry(stamp, line.path("sha256").asText(), outcome(line));
    }

    private static Outcome outcome(JsonNode line) {
        if (line.has("unusable")) {
            return new Outcome.Unusable(line.path("unusable").asText());
        }
        SongTags tags = new SongTags(
                line.path("title").asText(),
                line.path("artist").asText(),
                line.path("album").asText(),
                line.path("year").asText(),
                line.path("genre").asText());
        return new Outcome.Heard(
                tags,
                line.path("seconds").asDouble(),
                line.path("silent").asBoolean(),
                floats(line.path("values")),
                Fingerprint.of(
                        Base64.getDecoder().decode(line.path("fingerprint").asText())),
                Optional.ofNullable(line.path("warning").textValue()));
    }

    private static byte[] checked(ObjectNode line) {
        try {
            byte[] json = JSON.writeValueAsBytes(line);
            byte[] check = (check(json, 0, json.length) + " ").getBytes(StandardCharsets.US_ASCII);
            ByteBuffer whole = ByteBuffer.allocate(check.length + json.length + 1);
            return whole.put(check).put(json).put((byte) '\n').array();
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a line of the journal cannot be written as JSON", defect);
        }
    }

    private static Optional<JsonNode> content(byte[] bytes, int from, int to) {
        int json = from + CHECK_DIGITS + 1;
        if (to < json
                || !new String(bytes, from, CHECK_DIGITS + 1, StandardCharsets.ISO_8859_1)
                        .equals(check(bytes, json, to - json) + " ")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(new String(bytes, json, to - json, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }

    private static String check(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static String text(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static float[] floats(JsonNode text) {
        byte[] bytes = Base64.getDecoder().decode(text.asText());
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
