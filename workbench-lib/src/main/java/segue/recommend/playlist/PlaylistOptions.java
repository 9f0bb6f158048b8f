package segue.recommend.playlist;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a model of playlists is made.
 *
 * @param parts that may speak for a song, at least one; those of which the catalogue knows nothing are left out
 * @param tags of the artists
 * @param learnWeights whether the weights of the parts are learned from the playlists; otherwise, and where those are too few,
 *     they are {@link PartKind#usualWeight}
 * @param seed of what is held back while the weights are learned
 */
public record PlaylistOptions(Set<PartKind> parts, ArtistTags tags, boolean learnWeights, long seed) {
    /** @throws IllegalArgumentException if there is no part */
    public PlaylistOptions {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "a model needs at least one part of " + EnumSet.allOf(PartKind.class) + " but was given none");
        }
        parts = Set.copyOf(parts);
    }

    /** All that is known, without tags; weights learned, seed 1. */
    public static PlaylistOptions defaults() {
        return new PlaylistOptions(EnumSet.allOf(PartKind.class), ArtistTags.NONE, true, 1);
    }

    /** What is known of a song on the day of its release: no popularity. */
    public static PlaylistOptions ofNewSongs() {
        return defaults().withParts(EnumSet.complementOf(EnumSet.of(PartKind.POPULARITY)));
    }

    /** Numbers alone: sound, release date and popularity. */
    public static PlaylistOptions ofNumbers() {
        return defaults().withParts(EnumSet.of(PartKind.SOUND, PartKind.DATE, PartKind.POPULARITY));
    }

    /** Sound alone. */
    public static PlaylistOptions ofSound() {
        return defaults().withParts(EnumSet.of(PartKind.SOUND));
    }

    public PlaylistOptions withParts(Collection<PartKind> parts) {
        return new PlaylistOptions(Set.copyOf(parts), tags, learnWeights, seed);
    }

    public PlaylistOptions without(PartKind part) {
        EnumSet<PartKind> others = EnumSet.copyOf(parts);
        others.remove(part);
        return withParts(others);
    }

    public PlaylistOptions withTags(ArtistTags tags) {
        return new PlaylistOptions(parts, tags, learnWeights, seed);
    }

    public PlaylistOptions withUsualWeights() {
        return new PlaylistOptions(parts, tags, false, seed);
    }

    public PlaylistOptions withSeed(long seed) {
        return new PlaylistOptions(parts, tags, learnWeights, seed);
    }
}
