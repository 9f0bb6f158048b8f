package segue.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.Track;

/** What rules ask about every song, in columns, so that a rule is one loop over numbers. */
final class SongFacts {
    /** Of what the catalogue does not say. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    private final int[] years;
    private final int[] millis;
    private final int[] popularity;
    private final int[] explicit;
    private final Lists artists;
    private final Lists genres;
    private final List<String> genreKeys;
    private final int artistCount;

    private SongFacts(Catalog catalog) {
        int songs = catalog.size();
        years = new int[songs];
        millis = new int[songs];
        popularity = new int[songs];
        explicit = new int[songs];
        Numbering artistNumbers = new Numbering();
        Numbering genreNumbers = new Numbering();
        int[][] artistsOf = new int[songs][];
        int[][] genresOf = new int[songs][];
        for (int row = 0; row < songs; row++) {
            Track track = catalog.track(row);
            years[row] = orUnknown(track.year());
            millis[row] = orUnknown(track.durationMillis());
            popularity[row] = orUnknown(track.popularity());
            explicit[row] = track.explicit().map(marked -> marked ? 1 : 0).orElse(UNKNOWN);
            artistsOf[row] = artistNumbers.of(track.artists());
            genresOf[row] = genreNumbers.of(track.genres());
        }
        artists = new Lists(artistsOf);
        genres = new Lists(genresOf);
        genreKeys = List.copyOf(genreNumbers.keys);
        artistCount = artistNumbers.keys.size();
    }

    static SongFacts of(Catalog catalog) {
        return new SongFacts(catalog);
    }

    private static int orUnknown(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : UNKNOWN;
    }

    int year(int row) {
        return years[row];
    }

    int millis(int row) {
        return millis[row];
    }

    /** The length to the nearest second, or {@link #UNKNOWN}. */
    int seconds(int row) {
        return millis[row] == UNKNOWN ? UNKNOWN : (int) ((millis[row] + 500L) / 1_000);
    }

    int popularity(int row) {
        return popularity[row];
    }

    /** 1 marked, 0 not, or {@link #UNKNOWN}. */
    int explicit(int row) {
        return explicit[row];
    }

    /** Numbers of the artists of every song, first named first; none where the source names none. */
    Lists artists() {
        return artists;
    }

    /** Artists there are, numbered from 0. */
    int artistCount() {
        return artistCount;
    }

    /** Numbers of the genre labels of every song, see {@link #genreKeys}. */
    Lists genres() {
        return genres;
    }

    /** The labels, folded as {@link TextKey} does. */
    List<String> genreKeys() {
        return genreKeys;
    }

    /** A short list of numbers for every row, in one array. */
    static final class Lists {
        private final int[] start;
        private final int[] values;

        private Lists(int[][] of) {
            start = new int[of.length + 1];
            for (int row = 0; row < of.length; row++) {
                start[row + 1] = start[row] + of[row].length;
            }
            values = new int[start[of.length]];
            for (int row = 0; row < of.length; row++) {
                System.arraycopy(of[row], 0, values, start[row], of[row].length);
            }
        }

        int size(int row) {
            return start[row + 1] - start[row];
        }

        int get(int row, int i) {
            return values[start[row] + i];
        }
    }

    /** Gives equal names, as people read them, equal numbers. */
    private static final class Numbering {
        private final Map<String, Integer> byText = new HashMap<>();
        private final Map<String, Integer> byKey = new HashMap<>();
        private final List<String> keys = new ArrayList<>();

        int[] of(List<String> names) {
            int[] numbers = new int[names.size()];
            int size = 0;
            for (String name : names) {
                if (!name.isBlank()) {
                    numbers[size++] = byText.computeIfAbsent(name, this::number);
                }
            }
            return Arrays.stream(numbers, 0, size).distinct().toArray();
        }

        private int number(String name) {
            String key = TextKey.of(name);
            Integer number = byKey.putIfAbsent(key, keys.size());
            if (number == null) {
                keys.add(key);
                return keys.size() - 1;
            }
            return number;
        }
    }
}
