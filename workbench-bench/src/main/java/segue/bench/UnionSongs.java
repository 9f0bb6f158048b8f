package segue.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Feature;
import segue.catalog.Track;

/** The 105,681 real songs of {@code songs/spotify-union-105k.csv.gz}, as far as a search looks at them. */
final class UnionSongs {
    private static final Pattern ARTIST = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"");

    private UnionSongs() {}

    /** The folder that the environment variable {@code SEGUE_DATA} names, if it has the file. */
    static Optional<Path> file() {
        return Optional.ofNullable(System.getenv("SEGUE_DATA"))
                .map(folder -> Path.of(folder, "songs", "spotify-union-105k.csv.gz"))
                .filter(Files::isReadable);
    }

    static Catalog load(Path file) throws IOException {
        List<Track> tracks = new ArrayList<>();
        Map<String, String> firstId = new HashMap<>();
        try (Reader text =
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                tracks.add(track(row, firstId));
            }
        }
        return new Catalog(file.getFileName().toString(), tracks);
    }

    private static Track track(NamedCsvRecord row, Map<String, String> firstId) {
        float[] audio = new float[Feature.values().length];
        for (Feature feature : Feature.values()) {
            audio[feature.ordinal()] = Float.parseFloat(row.getField(feature.columnName()));
        }
        String id = row.getField("id");
        AudioFeatures features = AudioFeatures.of(audio);
        String first = firstId.putIfAbsent(row.getField("artists") + row.getField("name") + features, id);
        String popularity = row.getField("popularity");
        return new Track(
                id,
                row.getField("name"),
                artists(row.getField("artists")),
                features,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                popularity.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) Double.parseDouble(popularity)),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.ofNullable(first));
    }

    private static List<String> artists(String list) {
        List<String> artists = new ArrayList<>();
        for (Matcher name = ARTIST.matcher(list); name.find(); ) {
            artists.add(name.group(1) == null ? name.group(2) : name.group(1));
        }
        return artists;
    }
}
