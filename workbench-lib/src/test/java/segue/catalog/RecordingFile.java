package segue.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import segue.audio.similarity.Ingredient;

/**
 * Tables as {@code ./segue features} writes them, of invented recordings: in families of which each has its own centre, so
 * that recordings of one family are alike.
 */
public final class RecordingFile {
    private final List<Map<String, String>> rows = new ArrayList<>();

    /** Seeded recordings {@code family0/take0.flac} and so on; the first family is called by its file names only. */
    public static RecordingFile invented(int families, int takes) {
        RecordingFile file = new RecordingFile();
        Random random = new Random(7);
        for (int family = 0; family < families; family++) {
            Map<String, Double> centre = new LinkedHashMap<>();
            for (Ingredient one : Ingredient.all()) {
                centre.put(one.name(), 1 + 9 * random.nextDouble());
            }
            for (int take = 0; take < takes; take++) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("path", "family%d/take%d.flac".formatted(family, take));
                row.put("title", family == 0 ? "" : "Family %d, take %d".formatted(family, take));
                row.put("artist", family == 0 ? "" : "Band %d; Guest".formatted(family));
                row.put("album", "Invented");
                row.put("year", family == 0 ? "" : "200" + family);
                row.put("genre", family == 0 ? "" : "genre " + family);
                row.put("duration_seconds", "10.5");
                row.put("sha256", "%064x".formatted(100 * family + take));
                for (Ingredient one : Ingredient.all()) {
                    row.put(one.name(), Double.toString(centre.get(one.name()) * (1 + 0.1 * random.nextDouble())));
                }
                row.put("mfcc1_delta_var", "0.5");
                row.put("loudness_lufs", take == 0 ? "" : "-14.5");
                row.put("key", "3");
                row.put("mode", "1");
                row.put("same_recording_as", "");
                file.rows.add(row);
            }
        }
        return file;
    }

    /** Sets one field of a row. */
    public RecordingFile with(int row, String column, String value) {
        rows.get(row).put(column, value);
        return this;
    }

    public RecordingFile without(String column) {
        rows.forEach(row -> row.remove(column));
        return this;
    }

    /** The first rows only. */
    public RecordingFile head(int count) {
        rows.subList(count, rows.size()).clear();
        return this;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (Map<String, String> row : rows) {
            if (text.isEmpty()) {
                text.append(String.join(",", row.keySet())).append('\n');
            }
            text.append(String.join(
                            ",",
                            row.values().stream().map(RecordingFile::quoted).toList()))
                    .append('\n');
        }
        return text.toString();
    }

    public Path write(Path folder) throws IOException {
        return Files.writeString(folder.resolve("features.csv"), text());
    }

    private static String quoted(String field) {
        return field.contains(",") ? '"' + field + '"' : field;
    }
}
