package segue.catalog;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rows of a JSON file. JSON has no header, so the file is read twice: first for the names of all fields, in the order in which
 * they come, then for the rows. What a row lacks is empty.
 */
final class JsonRows implements RowSource {
    private static final int MAX_FIELDS = 10_000;
    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".ndjson");

    private final InputFile file;
    private final JsonObjects objects;
    private final List<String> header;
    private final Consumer<String> notes;

    private JsonRows(InputFile file, List<String> header, Consumer<String> notes) {
        this.file = file;
        this.objects = JsonObjects.in(file);
        this.header = header;
        this.notes = notes;
    }

    /** Whether a file is called as JSON is, packed or not. */
    static boolean isJson(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(ending -> name.endsWith(ending) || name.endsWith(ending + ".gz"));
    }

    static JsonRows open(StoredTable table, Consumer<String> notes) {
        List<String> header;
        try (InputFile file = table.text()) {
            header = header(file);
        }
        InputFile file = table.text();
        JsonRows rows = null;
        try {
            rows = new JsonRows(file, header, notes);
            return rows;
        } finally {
            if (rows == null) {
                file.close();
            }
        }
    }

    private static List<String> header(InputFile file) {
        Set<String> names = new LinkedHashSet<>();
        JsonObjects objects = JsonObjects.in(file);
        for (JsonObjects.Parsed row = objects.next(); row != null; row = objects.next()) {
            names.addAll(row.fields().keySet());
            if (names.size() > MAX_FIELDS) {
                throw new CatalogException(
                        file.name(),
                        row.line(),
                        String.format(Locale.ROOT, "its objects have more than %,d different fields", MAX_FIELDS),
                        "Give one object a song, with the same fields in each");
            }
        }
        if (names.isEmpty()) {
            throw new CatalogException(
                    file.name(),
                    "there is no JSON object in it" + (objects.damage() == null ? "" : ", and " + objects.damage()),
                    "Give an array of objects, or one object a line");
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Row next() {
        JsonObjects.Parsed row = objects.next();
        if (row == null) {
            objects.tell(notes);
            return null;
        }
        if (row.problem() != null) {
            return Row.bad(row.line(), row.problem(), row.text());
        }
        String[] fields = new String[header.size()];
        Arrays.setAll(fields, column -> text(row.fields(), header.get(column)));
        return new Row(row.line(), fields, null, row.text() == null ? String.join(",", fields) : row.text());
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public Optional<String> checksum() {
        return Optional.of(file.checksum());
    }

    @Override
    public void close() {
        file.close();
    }
}
