package segue.recommend.playlist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.Track;
import segue.files.FieldInput;
import segue.files.FieldOutput;

/**
 * Who made each song: the artists that the catalogue names, and those named in the title ("feat. …", "with …", "… Remix") that are
 * artists of some song of the catalogue.
 *
 * @param names of the artists, as the catalogue first writes them
 * @param ofSongs numbers of the artists of each row; none where the catalogue names none
 */
record SongArtists(List<String> names, Ragged ofSongs) {
    private static final Pattern GUESTS =
            Pattern.compile("[(\\[\\s](?:feat|ft|featuring|with)\\.?\\s+([^)\\]]{1,200})", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMIXER = Pattern.compile(
            "(?:\\s-\\s|[(\\[])([^()\\[\\]]{1,100}?)\\s+(?:remix|edit|mix|bootleg|flip)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_GUESTS = Pattern.compile(",|&| and | x ", Pattern.CASE_INSENSITIVE);

    static SongArtists of(Catalog songs) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Track track : songs.tracks()) {
            for (String artist : track.artists()) {
                if (numbers.putIfAbsent(TextKey.of(artist), names.size()) == null) {
                    names.add(artist);
                }
            }
        }
        List<int[]> ofSongs = songs.tracks().stream()
                .map(track -> IntStream.concat(
                                track.artists().stream().mapToInt(artist -> numbers.get(TextKey.of(artist))),
                                inTitle(track.name()).stream()
                                        .map(name -> numbers.get(TextKey.of(name)))
                                        .filter(number -> number != null)
                                        .mapToInt(number -> number))
                        .distinct()
                        .toArray())
                .toList();
        return new SongArtists(List.copyOf(names), Ragged.of(ofSongs, names.size()));
    }

    /** Numbers of the artists of a song. */
    IntStream of(int song) {
        return Arrays.stream(ofSongs.items(), ofSongs.from(song), ofSongs.to(song));
    }

    /** How many of some songs are by each artist. */
    int[] songsBy(int... songs) {
        int[] songsBy = new int[names.size()];
        for (int song : songs) {
            of(song).forEach(artist -> songsBy[artist]++);
        }
        return songsBy;
    }

    /** Of every song {@code log(1 + v / scale)}, v being the sum of the values of its artists. */
    float[] sums(double scale, float... ofArtists) {
        float[] logs = new float[ofArtists.length];
        for (int artist = 0; artist < logs.length; artist++) {
            logs[artist] = log(ofArtists[artist], scale);
        }
        float[] sums = new float[ofSongs.rows()];
        for (int song = 0; song < sums.length; song++) {
            int from = ofSongs.from(song);
            int to = ofSongs.to(song);
            if (to - from == 1) {
                sums[song] = logs[ofSongs.items()[from]];
            } else {
                float sum = 0;
                for (int i = from; i < to; i++) {
                    sum += ofArtists[ofSongs.items()[i]];
                }
                sums[song] = log(sum, scale);
            }
        }
        return sums;
    }

    private static float log(float sum, double scale) {
        return sum == 0 ? 0 : (float) StrictMath.log1p(sum / scale);
    }

    void write(FieldOutput out) throws IOException {
        Names.write(out, names);
        ofSongs.write(out);
    }

    static SongArtists read(FieldInput in) throws IOException {
        List<String> names = Names.read(in);
        Ragged ofSongs = Ragged.read(in);
        if (ofSongs.kinds() != names.size()) {
            throw new IllegalArgumentException("its artists do not fit their names");
        }
        return new SongArtists(names, ofSongs);
    }

    /** Names in a title that may be artists. */
    static List<String> inTitle(String title) {
        List<String> found = new ArrayList<>();
        Matcher guests = GUESTS.matcher(title);
        while (guests.find()) {
            BETWEEN_GUESTS.splitAsStream(guests.group(1)).map(String::strip).forEach(found::add);
        }
        Matcher remixers = REMIXER.matcher(title);
        while (remixers.find()) {
            found.add(remixers.group(1).strip());
        }
        found.removeIf(String::isBlank);
        return found;
    }
}
