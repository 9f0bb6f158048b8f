package segue.spark.recommend;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import segue.spark.rows.StoredPath;

/** Which user has which songs: a table, or playlists, of which each is a user's. */
final class UserSongs {
    private static final List<String> USER =
            List.of("user", "user_id", "listener", "playlist_id", "pid", "playlist_name", "playlist");
    private static final List<String> SONG = List.of("id", "track_id", "song_id", "track_uri", "uri");
    private static final List<String> SONGS = List.of("songs", "ids", "tracks", "track_ids");
    private static final List<String> POSITION = List.of("position", "pos");
    private static final Pattern PLAYLIST =
            Pattern.compile(".+\\.(m3u8?|xspf|jspf|json|txt)(\\.gz)?", Pattern.CASE_INSENSITIVE);

    private final JavaRDD<Entry> entries;

    UserSongs(JavaRDD<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Opens a file, a folder, or a pattern: of Parquet or CSV (plain or gzip), or of playlists in any format that the library
     * reads.
     *
     * @throws IOException if there is no such table, or it does not say which user has which song
     */
    static UserSongs open(SparkSession spark, String path) throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        List<FileStatus> files = StoredPath.files(hadoop, path);
        if (StoredPath.all(files, ".parquet")) {
            return new UserSongs(UserParquet.entries(spark, path, files));
        }
        if (StoredPath.all(files, ".csv", ".csv.gz", ".tsv", ".tsv.gz")) {
            return new UserSongs(UserCsv.entries(spark, files));
        }
        for (FileStatus file : files) {
            if (!PLAYLIST.matcher(file.getPath().getName()).matches()) {
                throw new IOException(("%s: %s is no list of songs: give a table of users and songs (.parquet, .csv,"
                                + " .csv.gz), or playlists (.m3u, .m3u8, .xspf, .jspf, .json, .txt), and one kind only")
                        .formatted(path, file.getPath().getName()));
            }
        }
        return new UserSongs(UserPlaylists.entries(spark, files));
    }

    /** Every row of the table, or song of the playlists; which partition has it says nothing. */
    JavaRDD<Entry> entries() {
        return entries;
    }

    /**
     * Where a table has what.
     *
     * @param user column
     * @param songs column
     * @param list whether a row of that column has all songs of a user
     * @param position column; -1 where rows are in the order of the table
     */
    record Columns(int user, int songs, boolean list, int position) {}

    /**
     * @param place of the header, for the message
     * @throws IOException if there is no column of users or of songs; the message has those that there are
     */
    static Columns columns(String place, List<String> header) throws IOException {
        List<String> names =
                header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        int user = at(names, USER);
        int song = at(names, SONG);
        int songs = song >= 0 ? song : at(names, SONGS);
        if (user < 0 || songs < 0) {
            throw new IOException("%s: there is no column of %s; expected %s and %s but found %s"
                    .formatted(
                            place,
                            user < 0 ? "users" : "songs",
                            "user (or user_id, playlist_id)",
                            "id (or track_id; or songs, a list of ids)",
                            String.join(", ", header)));
        }
        return new Columns(user, songs, song < 0, at(names, POSITION));
    }

    private static int at(List<String> header, List<String> names) {
        return names.stream()
                .mapToInt(header::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
    }
}
