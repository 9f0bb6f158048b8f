package segue.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.catalog.playlists.Playlists;
import segue.recommend.playlist.ArtistTags;

/**
 * All that a recommender may know before it is judged. What is held back is not hidden in it: it is not there.
 *
 * @param songs the catalogue, rows as in the questions, without any genre label
 * @param playlists the part of them that may be learnt from
 * @param genres labels of the songs that may be learnt from; none for the others
 * @param subgenres finer labels, likewise
 * @param artistTags what is said of artists elsewhere, which neither playlists nor labels of songs went into
 */
public record Training(
        Catalog songs, Playlists playlists, SongLabels genres, SongLabels subgenres, ArtistTags artistTags) {
    /** Without finer labels and tags. */
    public Training(Catalog songs, Playlists playlists, SongLabels genres) {
        this(songs, playlists, genres, SongLabels.none(songs.size()), ArtistTags.NONE);
    }

    /** @throws IllegalArgumentException if they are not of the same songs */
    public Training {
        if (playlists.songs() != songs.size() || genres.songs() != songs.size() || subgenres.songs() != songs.size()) {
            throw new IllegalArgumentException(
                    "the catalogue has %,d songs, but the playlists are over %,d and the labels over %,d"
                            .formatted(songs.size(), playlists.songs(), genres.songs()));
        }
        if (songs.tracks().stream().anyMatch(track -> !track.genres().isEmpty())) {
            songs = withoutGenres(songs);
        }
    }

    Training withArtistTags(ArtistTags tags) {
        return new Training(songs, playlists, genres, subgenres, tags);
    }

    /** The finest labels that there are, of each row of the catalogue; empty where there are none. */
    public List<Set<String>> labels() {
        SongLabels finest = subgenres.labelled() > 0 ? subgenres : genres;
        return IntStream.range(0, songs.size())
                .mapToObj(row -> Arrays.stream(finest.of(row))
                        .mapToObj("label %03d"::formatted)
                        .collect(Collectors.toSet()))
                .toList();
    }

    private static Catalog withoutGenres(Catalog songs) {
        List<Track> bare = songs.tracks().stream()
                .map(track -> track.withGenres(List.of()))
                .toList();
        return new Catalog(songs.source(), bare);
    }
}
