package segue.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segue.catalog.ArtistGenres;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
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
    /** The playlists that are looked for in a data folder. */
    public static final String PLAYLISTS = "playlists/spotify-playlists-32k.csv.gz";

    /** The tags of artists that are looked for there. */
    public static final String ARTIST_GENRES = "genres/artists-with-genres.csv.gz";

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

    /**
     * What there is to judge on: the playlists and tags of artists in the folder that the environment variable
     * {@code SEGUE_DATA} names, where it is set, else the sample of invented songs with {@linkplain Playlists#invented invented
     * playlists}: figures of those say that the machinery works, and nothing about music.
     *
     * @throws CatalogException where the folder lacks {@code playlists/spotify-playlists-32k.csv.gz}
     */
    public static EvaluationData open() {
        String folder = System.getenv("SEGUE_DATA");
        return folder == null || folder.isBlank() ? sample() : open(Path.of(folder));
    }

    /** The playlists of a data folder, as {@link #open()} finds them, over their own songs. */
    public static EvaluationData open(Path dataFolder) {
        Path lists = dataFolder.resolve(PLAYLISTS);
        if (!Files.isRegularFile(lists)) {
            throw new CatalogException(
                    dataFolder.toString(),
                    "the data folder lacks " + PLAYLISTS,
                    "Put the file there, or unset SEGUE_DATA to judge on the sample");
        }
        Catalog songs = Catalog.load(lists);
        EvaluationData data = of(songs, Playlists.load(lists, songs));
        Path artists = dataFolder.resolve(ARTIST_GENRES);
        return Files.isRegularFile(artists) ? data.withArtistTags(ArtistGenres.load(artists)::genresOf) : data;
    }

    /** The sample of invented songs, in invented playlists. */
    public static EvaluationData sample() {
        Catalog songs = Catalog.sample();
        return new EvaluationData(songs, Playlists.invented(songs), genresOf(songs), SongLabels.none(songs.size()));
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

    /**
     * What is left to choose between variants by, when the answers to the questions of these options are put aside: playlists
     * without the entries, and labels without the songs, that they hold back. Judge by another seed.
     */
    public EvaluationData validation(EvaluationOptions options) {
        Split entries = Split.ofEntries(songs, playlists, options.share(), options.seed());
        Training known = Split.ofSongs(this, options.share(), options.seed()).training();
        return new EvaluationData(songs, entries.training().playlists(), known.genres(), known.subgenres(), artistTags);
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

    /**
     * The same songs in another order, dealt by chance. Tables of playlists come list by list, so the order of their songs tells
     * what stands together: to who asks for it, and by ties to who does not.
     */
    EvaluationData inOrderOfChance(long seed) {
        int[] to = shuffle(IntStream.range(0, songs.size()).toArray(), new SplittableRandom(seed));
        Track[] tracks = new Track[to.length];
        for (int row = 0; row < to.length; row++) {
            tracks[to[row]] = songs.track(row);
        }
        List<Playlist> lists = playlists.lists().stream()
                .map(list -> list.withSongs(
                        IntStream.of(list.songs()).map(row -> to[row]).toArray()))
                .toList();
        return new EvaluationData(
                new Catalog(songs.source(), List.of(tracks)),
                new Playlists(playlists.songs(), lists),
                genres.moved(to),
                subgenres.moved(to),
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
