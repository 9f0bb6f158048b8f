package segue.catalog;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the sample: invented songs whose features are shaped by genre, year and artist. Loudness follows energy,
 * acousticness opposes it; over the years songs get louder and less acoustic; popularity has a long tail and goes by
 * artist. Some rows are as untidy as real ones: without year or popularity, repeated, released twice, broken.
 *
 * <p>The same seed gives the same bytes on every platform.
 */
public final class SampleSongs {
    static final long SEED = 20260101;
    static final int SONGS = 5000;
    private static final int ARTISTS_PER_GENRE = 55;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2026;
    private static final int[] KEY_WEIGHTS = {13, 9, 12, 4, 9, 9, 6, 13, 5, 12, 6, 8};
    private static final String ID_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String HEADER =
            "valence,year,acousticness,artists,danceability,duration_ms,energy,explicit,id,"
                    + "instrumentalness,key,liveness,loudness,mode,name,popularity,release_date,speechiness,tempo,"
                    + "playlist_genre,playlist_subgenre,track_genre";
    private static final int NAME = 14;
    private static final int YEAR = 1;
    private static final int RELEASE_DATE = 16;
    private static final int ID = 8;
    private static final int TEMPO = 18;
    private static final int ENERGY = 6;
    private static final int LOUDNESS = 12;
    private static final int TRACK_GENRE = 21;

    private final Random random = new Random(SEED);
    private final SampleNames names = new SampleNames(random);
    private final List<Artist> artists = new ArrayList<>();

    private record Artist(String name, SampleGenre genre, double year, double fame, double intensity, double mood) {}

    private SampleSongs() {}

    /** Writes the sample to the file named, {@code data/sample/songs.csv.gz} from the project's folder. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("name the file to write, data/sample/songs.csv.gz");
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            out.write(csv().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The whole sample as CSV, UTF-8, LF. */
    public static String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(HEADER.split(","));
            new SampleSongs().rows().forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private List<String[]> rows() {
        for (SampleGenre genre : SampleGenre.values()) {
            for (int i = 0; i < ARTISTS_PER_GENRE; i++) {
                double year = clip(genre.year + 13 * random.nextGaussian(), FIRST_YEAR, LAST_YEAR);
                double fame = StrictMath.pow(random.nextDouble(), 2.5);
                artists.add(new Artist(
                        names.artist(genre),
                        genre,
                        year,
                        fame,
                        0.5 * random.nextGaussian(),
                        0.5 * random.nextGaussian()));
            }
        }
        List<String[]> rows = new ArrayList<>();
        for (int song = 0; song < SONGS; song++) {
            rows.add(song > 200 && song % 100 == 50 ? reissue(rows.get(random.nextInt(rows.size()))) : song());
        }
        untidy(rows);
        return rows;
    }

    private String[] song() {
        Artist artist = artists.get(random.nextInt(artists.size()));
        if (random.nextDouble() > 0.25 + artist.fame) {
            artist = artists.get(random.nextInt(artists.size()));
        }
        SampleGenre genre = artist.genre;
        int year = (int) clip(StrictMath.rint(artist.year + 6 * random.nextGaussian()), FIRST_YEAR, LAST_YEAR);
        double age = (year - 1990) / 30.0;
        double intensity = artist.intensity + 0.8 * random.nextGaussian();
        boolean instrumental = random.nextDouble() < genre.instrumental;
        boolean live = random.nextInt(16) == 0;
        boolean spoken = random.nextInt(120) == 0;
        double energy = squash(genre.energy, 0.75 * intensity + 0.3 * age);
        double valence = squash(genre.valence, 0.3 * intensity + artist.mood + 0.6 * random.nextGaussian() - 0.2 * age);
        String date = date(year);
        return new String[] {
            unit(valence),
            Integer.toString(year),
            unit(squash(genre.acousticness, -1.1 * intensity - 0.9 * age + 1.5 * random.nextGaussian())),
            NameList.literal(credits(artist)),
            unit(squash(genre.danceability, 0.5 * random.nextGaussian() + 0.3 * (valence - 0.5))),
            Integer.toString((int) duration(genre)),
            unit(energy),
            random.nextDouble() < genre.explicit * (year < 1988 ? 0.05 : 1) ? "1" : "0",
            id(),
            instrumental ? unit(squash(0.84, 0.7 * random.nextGaussian())) : faint(),
            Integer.toString(key()),
            unit(
                    live
                            ? 0.6 + 0.38 * random.nextDouble()
                            : clip(0.07 - 0.1 * StrictMath.log(random.nextDouble() + 1e-9), 0.02, 0.6)),
            decimals(clip(genre.loudness + 2.3 * intensity + 2.4 * age + 2.1 * random.nextGaussian(), -45, 0.9)),
            random.nextDouble() < genre.minor ? "0" : "1",
            names.title() + (live ? " - Live" : ""),
            Integer.toString((int) clip(72 * artist.fame + 11 * age + 8 * random.nextGaussian() + 7, 0, 97)),
            date,
            unit(
                    spoken
                            ? 0.8 + 0.15 * random.nextDouble()
                            : clip(genre.speechiness * StrictMath.exp(0.45 * random.nextGaussian()), 0.023, 0.6)),
            decimals(tempo(genre)),
            genre.label,
            genre.subgenres.get(random.nextInt(genre.subgenres.size())),
            random.nextInt(5) == 0 ? genre.subgenres.getFirst().replace(' ', '-') + "|" + genre.label : ""
        };
    }

    /** The same recording once more under another id, as a remaster or on a later record. */
    private String[] reissue(String[] song) {
        String[] again = song.clone();
        again[ID] = id();
        int year = song[YEAR].isEmpty()
                ? LAST_YEAR
                : Math.min(LAST_YEAR, Integer.parseInt(song[YEAR]) + 1 + random.nextInt(20));
        again[YEAR] = Integer.toString(year);
        again[RELEASE_DATE] = again[YEAR];
        if (random.nextBoolean()) {
            again[NAME] += " - Remastered " + year;
            again[LOUDNESS] = decimals(Math.min(0.9, Double.parseDouble(song[LOUDNESS]) + 1.5 * random.nextDouble()));
        }
        return again;
    }

    private void untidy(List<String[]> rows) {
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            if (i % 33 == 7) {
                row[YEAR] = "";
                row[RELEASE_DATE] = "";
            } else if (i % 90 == 11) {
                row[YEAR] = "";
            }
            row[15] = i % 27 == 5 ? "" : row[15];
            row[7] = i % 21 == 3 ? "" : row[7];
            row[3] = i % 400 == 99 ? "[]" : row[3];
        }
        for (int i = 0; i < 12; i++) {
            String[] again = rows.get(100 + 37 * i).clone();
            again[TRACK_GENRE] = "road trip";
            rows.add(1000 + 211 * i, again);
        }
        String[] withoutTempo = song();
        withoutTempo[TEMPO] = "";
        rows.add(2500, withoutTempo);
        String[] tooMuch = song();
        tooMuch[ENERGY] = "7.3";
        rows.add(3500, tooMuch);
    }

    private List<String> credits(Artist artist) {
        List<String> credits = new ArrayList<>(List.of(artist.name));
        while (random.nextInt(7) == 0 && credits.size() < 4) {
            int colleague = artist.genre.ordinal() * ARTISTS_PER_GENRE + random.nextInt(ARTISTS_PER_GENRE);
            String guest = artists.get(colleague).name;
            if (!credits.contains(guest)) {
                credits.add(guest);
            }
        }
        return credits;
    }

    private String date(int year) {
        int form = random.nextInt(10);
        String month = String.format(Locale.ROOT, "%04d-%02d", year, 1 + random.nextInt(12));
        return form < 2
                ? Integer.toString(year)
                : form == 2 ? month : month + String.format(Locale.ROOT, "-%02d", 1 + random.nextInt(28));
    }

    private double duration(SampleGenre genre) {
        double centre = genre == SampleGenre.CLASSICAL || genre == SampleGenre.AMBIENT ? 275_000 : 218_000;
        return clip(centre * StrictMath.exp(0.32 * random.nextGaussian()), 21_000, 1_500_000);
    }

    private double tempo(SampleGenre genre) {
        double tempo = genre.tempo + (genre == SampleGenre.ELECTRONIC ? 5 : 24) * random.nextGaussian();
        return clip(random.nextInt(12) == 0 ? tempo * 1.5 : tempo, 52, 212);
    }

    private String faint() {
        return random.nextInt(3) == 0 ? "0" : significant(StrictMath.pow(10, -6 + 4.5 * random.nextDouble()));
    }

    private int key() {
        int total = 0;
        for (int weight : KEY_WEIGHTS) {
            total += weight;
        }
        int at = random.nextInt(total);
        int key = 0;
        while (at >= KEY_WEIGHTS[key]) {
            at -= KEY_WEIGHTS[key++];
        }
        return key;
    }

    private String id() {
        StringBuilder id = new StringBuilder("0Segue");
        while (id.length() < 22) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        return id.toString();
    }

    /** Moves {@code centre} by {@code shift} on the logistic scale, so that it stays between 0 and 1. */
    private static double squash(double centre, double shift) {
        return 1 / (1 + (1 - centre) / centre * StrictMath.exp(-shift));
    }

    private static double clip(double value, double min, double max) {
        return Math.max(min, Math.min(max, value));
    }

    private static String unit(double value) {
        return significant(clip(value, 0, 0.996));
    }

    private static String significant(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String decimals(double value) {
        return new BigDecimal(value).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
