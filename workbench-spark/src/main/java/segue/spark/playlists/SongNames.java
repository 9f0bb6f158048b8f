package segue.spark.playlists;

import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.spark.sql.Row;

/**
 * Ids of all songs, by number, and how many playlists each stands in: what every executor holds to name songs. Of an id of 22
 * characters 34 bytes are kept.
 *
 * @param text ids one after the other, in UTF-8
 * @param ends in {@code text} of each id, shape {@code (songs)}
 * @param playlists that each stands in, shape {@code (songs)}
 */
record SongNames(byte[] text, int[] ends, long[] playlists) implements Serializable {
    static SongNames of(ListedSongs songs) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int[] ends = new int[songs.songs()];
        long[] playlists = new long[ends.length];
        Iterator<Row> rows =
                songs.table().select("number", "id", "playlists").toJavaRDD().toLocalIterator();
        while (rows.hasNext()) {
            Row song = rows.next();
            byte[] id = song.getString(1).getBytes(StandardCharsets.UTF_8);
            if (text.size() > Integer.MAX_VALUE - 16 - id.length) {
                throw new UnsupportedOperationException(
                        "the ids of %,d songs are more than the 2 GB that each executor may hold of them"
                                .formatted(ends.length));
            }
            text.writeBytes(id);
            ends[song.getInt(0)] = text.size();
            playlists[song.getInt(0)] = song.getLong(2);
        }
        return new SongNames(text.toByteArray(), ends, playlists);
    }

    int songs() {
        return ends.length;
    }

    String id(int song) {
        int from = song == 0 ? 0 : ends[song - 1];
        return new String(text, from, ends[song] - from, StandardCharsets.UTF_8);
    }

    /** How many lists two songs share, by the root of how many each stands in and one more. */
    float similarity(int song, int other, int together) {
        return (float) (together / Math.sqrt((playlists[song] + 1.0) * (playlists[other] + 1.0)));
    }
}
