package segue.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.Track;
import segue.catalog.playlists.LoadedPlaylists;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.recommend.playlist.ArtistTags;

/**
 * What recommenders are judged on: all of it, the answers too. They never see it: see {@link Training}.
 *
 * @param songs the catalogue; each of its songs may be recommended
 * @param playlists over its rows; none where only labels are known
 * @param genres labels of the songs
 * @param subgenres finer labels
 * @param artistTags what is said of artists elsewhere; nothing that the songs' own labels or the playlists went into
 */
public record EvaluationData(
        Catalog songs, Playlists playlists, SongLabels genres, SongLabels subgenres, ArtistTags artistTags) {
    /** Without tags of artists. */
    public EvaluationData(Catalog songs, Playlists playlists, SongLabels genres, SongLabels subgenres) {
        this(songs, playlists, genres, subgenres, ArtistTags.NONE);
    }

    /** @throws IllegalArgumentException if they are not of the same songs, or of fewer than two */
    public EvaluationData {
        if (songs.size() < 2) {
            throw new IllegalArgumentException(
                    "a catalogue of %d songs leaves nothing to recommend: at least 2 are needed"
                            .formatted(songs.size()));
        }
        if (playlists.songs() != songs.size() || genres.songs() != songs.size() || subgenres.songs() != songs.size()) {
            throw new IllegalArgumentException(
                    "playlists and labels must be of the %,d songs of the catalogue".formatted(songs.size()));
        }
    }

    /** A catalogue whose own genres are the labels, without playlists. */
    public static EvaluationData of(Catalog songs) {
        return new EvaluationData(songs, Playlists.none(songs.size()), genresOf(songs), SongLabels.none(songs.size()));
    }

    /** With playlists, and the labels that they put on songs; where they put none, the catalogue's own. */
    public static EvaluationData of(Catalog songs, LoadedPlaylists loaded) {
        boolean labelled = loaded.genres().stream().anyMatch(labels -> !labels.isEmpty());
        return new EvaluationData(
                songs,
                loaded.playlists(),
                labelled ? SongLabels.of(loaded.genres()) : genresOf(songs),
                SongLabels.of(loaded.subgenres()));
    }

    public EvaluationData withArtistTags(ArtistTags tags) {
        return new EvaluationData(songs, playlists, genres, subgenres, tags);
    }

    private static SongLabels genresOf(Catalog songs) {
        return SongLabels.of(songs.tracks().stream().map(Track::genres).toList());
    }

    SongLabels artists() {
        return SongLabels.of(songs.tracks().stream()
                .map(track -> track.artists().stream().map(TextKey::of).toList())
                .toList());
    }

    SongLabels playlistsOfSongs() {
        return SongLabels.ofNumbers(playlists.listsOfSongs());
    }

    /**
     * The same songs in playlists of the same lengths and with the same labels, both dealt out by chance: nothing can be known of
     * them. Who is better than chance on this has seen the answers.
     */
    public EvaluationData shuffled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = shuffle(IntStream.range(0, songs.size()).toArray(), random);
        List<Playlist> lists = playlists.lists().stream()
                .map(list -> list.withSongs(Arrays.copyOf(shuffle(order.clone(), random), list.size())))
                .toList();
        return new EvaluationData(
                songs,
                new Playlists(playlists.songs(), lists),
                genres.moved(order),
                subgenres.moved(order),
                artistTags);
    }

    private static int[] shuffle(int[] rows, SplittableRandom random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = rows[i];
            rows[i] = rows[j];
            rows[j] = swap;
        }
        return rows;
    }
}
