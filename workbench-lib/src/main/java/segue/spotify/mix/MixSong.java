package segue.spotify.mix;

import segue.catalog.Track;
import segue.recommend.Recommendation;
import segue.recommend.tastes.TasteSong;

/**
 * A song of a mix.
 *
 * @param song as it was drawn, and for which taste
 * @param reasons what its distance to the person's own song is made of
 * @param id at Spotify
 * @param searched whether the id was found by name; else the catalogue has it
 */
public record MixSong(TasteSong song, Recommendation reasons, String id, boolean searched) {
    public Track track() {
        return song.track();
    }

    /** In one sentence with the numbers of both songs. */
    public String why() {
        return "like %s: %s".formatted(song.liked(), reasons.inNumbers(false));
    }

    @Override
    public String toString() {
        return song.toString();
    }
}
