package segue.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Tiny song files: the 19 columns of the Kaggle layout and rows that a test needs. */
final class SongFile {
    static final String HEADER =
            "valence,year,acousticness,artists,danceability,duration_ms,energy,explicit,id,instrumentalness,key,"
                    + "liveness,loudness,mode,name,popularity,release_date,speechiness,tempo\n";

    /** Three songs that are in order; the second has commas, quotes and an emoji in its name. */
    static final String THREE = HEADER
            + row("id1", "Recognize", "\"['Warren G', \"\"Gigi D'Agostino\"\"]\"")
            + row("id2", "\"Say \"\"Hi\"\", 🔥\"", "['Solo']")
            + row("id3", "NA", "[]");

    private SongFile() {}

    /** A complete row; tempo tells rows with the same name apart. */
    static String row(String id, String name, String artists) {
        return row(id, name, artists, 90.744f + id.hashCode() % 50);
    }

    static String row(String id, String name, String artists, float tempo) {
        return "0.647,1994,0.157,%s,0.878,179933,0.4370000000000001,1,%s,0.0,7,0.173,-12.609,1,%s,38,1994-06-07,0.403,%s\n"
                .formatted(artists.contains("', '") ? '"' + artists + '"' : artists, id, name, tempo);
    }

    static Path write(Path folder, String text) throws IOException {
        return write(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("songs.csv"), bytes);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static LoadResult load(Path folder, String text) throws IOException {
        return Catalog.loader().load(write(folder, text));
    }
}
