package segue.evaluate.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.Track;
import segue.evaluate.Training;
import segue.matrix.FloatMatrix;
import segue.recommend.metric.SongNumbers;
import segue.recommend.metric.SongNumbers.Extra;
import segue.recommend.playlist.ArtistTags;

/**
 * What is known of songs as rows of mostly zeros: a 1 for each artist, 1 by the root of their number for each tag of the artists,
 * numbers in standard deviations by the root of their number, and a constant.
 *
 * @param columns of each row
 * @param values at those columns
 * @param width how many columns there are
 */
record SongContent(int[][] columns, double[][] values, int width) {
    static SongContent of(Training training) {
        Catalog songs = training.songs();
        FloatMatrix numbers = SongNumbers.fit(songs, List.of(Extra.values())).of(songs);
        int dense = numbers.columns();
        Map<String, Integer> named = new HashMap<>();
        int[][] columns = new int[songs.size()][];
        double[][] values = new double[songs.size()][];
        for (int row = 0; row < columns.length; row++) {
            int[] artists = numbered(artistsOf(songs.track(row)), "artist ", named);
            int[] tags = numbered(tagsOf(songs.track(row), training.artistTags()), "tag ", named);
            int count = dense + 1 + artists.length + tags.length;
            columns[row] = new int[count];
            values[row] = new double[count];
            for (int c = 0; c < dense; c++) {
                columns[row][c] = c;
                values[row][c] = numbers.get(row, c) / Math.sqrt(dense);
            }
            columns[row][dense] = dense;
            values[row][dense] = 1;
            int at = dense + 1;
            at = put(artists, 1, dense + 1, columns[row], values[row], at);
            put(tags, 1 / Math.sqrt(Math.max(1, tags.length)), dense + 1, columns[row], values[row], at);
        }
        return new SongContent(columns, values, dense + 1 + named.size());
    }

    private static int put(int[] numbers, double value, int shift, int[] columns, double[] values, int at) {
        for (int i = 0; i < numbers.length; i++) {
            columns[at + i] = shift + numbers[i];
            values[at + i] = value;
        }
        return at + numbers.length;
    }

    private static List<String> artistsOf(Track track) {
        return track.artists().stream().map(TextKey::of).toList();
    }

    private static List<String> tagsOf(Track track, ArtistTags tags) {
        List<String> all = new ArrayList<>();
        track.artists().forEach(artist -> all.addAll(tags.of(artist)));
        return all;
    }

    private static int[] numbered(Collection<String> names, String kind, Map<String, Integer> named) {
        return names.stream()
                .distinct()
                .mapToInt(name -> named.computeIfAbsent(kind + name, n -> named.size()))
                .toArray();
    }

    /** The row's values times the rows of a matrix, added up into {@code to}. */
    void times(int row, double[][] matrix, double... to) {
        Arrays.fill(to, 0);
        for (int i = 0; i < columns[row].length; i++) {
            add(values[row][i], matrix[columns[row][i]], to);
        }
    }

    /** {@code to += factor * from}, of one length. */
    static void add(double factor, double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += factor * from[i];
        }
    }
}
