package segue.evaluate;

import java.util.List;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.catalog.playlists.Playlists;

/**
 * All that a recommender may know before it is judged. What is held back is not hidden in it: it is not there.
 *
 * @param songs the catalogue, rows as in the questions, without any genre label
 * @param playlists the part of them that may be learnt from
 * @param genres labels of the songs that may be learnt from; none for the others
 */
public record Training(Catalog songs, Playlists playlists, SongLabels genres) {
    /** @throws IllegalArgumentException if the three are not of the same songs */
    public Training {
        if (playlists.songs() != songs.size() || genres.songs() != songs.size()) {
            throw new IllegalArgumentException(
                    "the catalogue has %,d songs, but the playlists are over %,d and the labels over %,d"
                            .formatted(songs.size(), playlists.songs(), genres.songs()));
        }
        if (songs.tracks().stream().anyMatch(track -> !track.genres().isEmpty())) {
            songs = withoutGenres(songs);
        }
    }

    private static Catalog withoutGenres(Catalog songs) {
        List<Track> bare = songs.tracks().stream()
                .map(track -> new Track(
                        track.id(),
                        track.name(),
                        track.artists(),
                        track.features(),
                        track.year(),
                        track.releaseDate(),
                        track.durationMillis(),
                        track.popularity(),
                        track.explicit(),
                        track.key(),
                        track.mode(),
                        List.of(),
                        track.sameRecordingAs()))
                .toList();
        return new Catalog(songs.source(), bare);
    }
}
