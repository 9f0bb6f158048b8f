package segue.catalog.playlists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.Track;

/**
 * Invented playlists for the sample's invented songs: who makes one likes a genre, a time and a mood, knows popular songs better than
 * others, and is fond of some artists. They stand in for real ones in notebooks and tests; no finding about them is a finding
 * about people. The same catalogue has the same lists on every platform.
 */
final class InventedPlaylists {
    private static final long SEED = 20260102;
    private static final int LISTS = 240;
    private static final int SHORTEST = 20;
    private static final int LONGEST = 60;
    /** A list needs some to choose from. */
    private static final int SONGS_OF_A_GENRE = 150;

    /** What a song counts that is of another genre: of the right one it is 1. */
    private static final double OTHER_GENRE = 0.004;

    private static final double YEARS = 9;
    private static final double MOOD = 0.22;
    private static final double FAME = 30;
    private static final double FONDNESS = 8;

    private final Catalog songs;
    private final List<String> genres;
    /** Of each row the artist named first, empty where none is. */
    private final List<String> artists;

    private final int valence;
    private final Random random = new Random(SEED);

    private InventedPlaylists(Catalog songs) {
        this.songs = songs;
        this.genres = songs.tracks().stream()
                .flatMap(track -> track.genres().stream())
                .collect(Collectors.groupingBy(genre -> genre, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(genre -> genre.getValue() >= SONGS_OF_A_GENRE)
                .map(Map.Entry::getKey)
                .toList();
        this.artists = songs.tracks().stream()
                .map(track -> track.artists().isEmpty()
                        ? ""
                        : TextKey.of(track.artists().getFirst()))
                .toList();
        this.valence = songs.space().columns().indexOf("valence");
        if (genres.isEmpty() || valence < 0) {
            throw new IllegalArgumentException(
                    "playlists are invented for songs with genres and valence, but %s has no genre of %d songs"
                            .formatted(songs, SONGS_OF_A_GENRE));
        }
    }

    static Playlists of(Catalog songs) {
        InventedPlaylists maker = new InventedPlaylists(songs);
        List<Playlist> lists = new ArrayList<>(LISTS);
        for (int list = 0; list < LISTS; list++) {
            lists.add(maker.list("invented-%03d".formatted(list + 1)));
        }
        return new Playlists(songs.size(), lists);
    }

    private Playlist list(String id) {
        String genre = genres.get(random.nextInt(genres.size()));
        int year = 1960 + random.nextInt(65);
        double mood = random.nextDouble();
        double[] chances = chances(genre, year, mood);
        int[] rows = new int[SHORTEST + random.nextInt(LONGEST - SHORTEST + 1)];
        for (int place = 0; place < rows.length; place++) {
            rows[place] = draw(chances);
            growFond(chances, rows, place);
        }
        String feeling = mood < 1.0 / 3 ? "sad" : mood < 2.0 / 3 ? "mellow" : "happy";
        return new Playlist(id, "%s %s, around %d".formatted(feeling, genre, year), rows);
    }

    private double[] chances(String genre, int year, double mood) {
        double[] chances = new double[songs.size()];
        for (int row = 0; row < chances.length; row++) {
            Track song = songs.track(row);
            double years = (song.year().orElse(1990) - year) / YEARS;
            double moods = (song.features().value(valence) - mood) / MOOD;
            chances[row] = (song.genres().contains(genre) ? 1 : OTHER_GENRE)
                    * StrictMath.exp(song.popularity().orElse(1) / FAME - (years * years + moods * moods) / 2);
        }
        return chances;
    }

    private int draw(double... chances) {
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        double left = random.nextDouble() * sum;
        int last = 0;
        for (int row = 0; row < chances.length; row++) {
            if (chances[row] > 0) {
                last = row;
                left -= chances[row];
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /** The song that was drawn is not drawn again, others by its artist are so more often. */
    private void growFond(double[] chances, int[] rows, int place) {
        String artist = artists.get(rows[place]);
        chances[rows[place]] = 0;
        for (int row = 0; row < chances.length; row++) {
            if (!artist.isEmpty() && artists.get(row).equals(artist)) {
                chances[row] *= FONDNESS;
            }
        }
    }
}
