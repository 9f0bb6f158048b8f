package segue.evaluate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.Track;
import segue.catalog.playlists.LoadedPlaylists;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;

/**
 * What recommenders are judged on: all of it, the answers too. They never see it: see {@link Training}.
 *
 * @param songs the catalogue; each of its songs may be recommended
 * @param playlists over its rows; none where only labels are known
 * @param genres labels of the songs
 * @param subgenres finer labels
 */
public record EvaluationData(Catalog songs, Playlists playlists, SongLabels genres, SongLabels subgenres) {
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

    /** The same with all labels, playlists' songs too, dealt out by chance: nothing can be known of it but by a leak. */
    public EvaluationData shuffled(long seed) {
        int[] to = permutation(songs.size(), seed);
        List<Playlist> lists = playlists.lists().stream()
                .map(list -> list.withSongs(
                        IntStream.of(list.songs()).map(row -> to[row]).toArray()))
                .toList();
        return new EvaluationData(
                songs, new Playlists(playlists.songs(), lists), genres.moved(to), subgenres.moved(to));
    }

    private static int[] permutation(int size, long seed) {
        int[] to = IntStream.range(0, size).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = to[i];
            to[i] = to[j];
            to[j] = swap;
        }
        return to;
    }
}
