package segue.recommend;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What may be recommended. A song whose year, length, words, popularity or genre is not known does not pass a rule that asks
 * for it, unless {@link #withUnknown unknown values pass}; the answer says how many were left out for that.
 *
 * <pre>{@code
 * Rules rules = Rules.defaults().withPerArtist(1).withYears(Range.of(1990, 1999)).withGenres("rock");
 * recommender.recommend(Request.of(row).withRules(rules));
 * }</pre>
 *
 * @param distinct no recording twice, and none of those asked for: not under another id, not by the same artist under the
 *     same title (folded as {@link segue.catalog.TextKey} does) with lengths at most 3 s apart where known, and not with
 *     features as good as equal, each within a thousandth of its scale
 * @param perArtist how many songs of one artist may stand in the answer, over all its pages
 * @param otherArtists none by an artist of a song asked for
 * @param years of release
 * @param seconds of length
 * @param explicit whether the words are marked explicit
 * @param popularity 1 to 100
 * @param genres at least one label has one of these words or phrases in it: {@code rock} is in {@code classic rock}
 * @param unwantedGenres no label has; songs without labels pass
 * @param within only recordings in this folder, as the catalogue names them: {@code jazz} and {@code jazz/} have
 *     {@code jazz/monk/round-midnight.flac} in them and not {@code jazzy/it.flac}. Songs of a table have no path and cannot be
 *     asked for by one
 * @param newArtists only by artists who are new in this sense
 * @param music of what is least alike only music: no spoken word (speechiness above .66), nothing broken (tempo 0, silence;
 *     shorter than 30 s in a song table, longer than 15 min), and no extreme outlier: a song farther from the catalogue's
 *     median than 99 % of all, and beyond the quartiles by 1.5 times their distance. What is most alike is not held to it
 * @param unknown whether songs pass whose value is not known
 */
public record Rules(
        boolean distinct,
        OptionalInt perArtist,
        boolean otherArtists,
        Optional<Range> years,
        Optional<Range> seconds,
        Optional<Boolean> explicit,
        Optional<Range> popularity,
        Set<String> genres,
        Set<String> unwantedGenres,
        Optional<String> within,
        Optional<NewArtists> newArtists,
        boolean music,
        boolean unknown) {
    /** @throws IllegalArgumentException if a value is out of range; the message names it */
    public Rules {
        if (perArtist.isPresent() && perArtist.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "songs of one artist must be at least 1 but were " + perArtist.getAsInt());
        }
        seconds.filter(length -> length.to() < 0).ifPresent(length -> {
            throw new IllegalArgumentException("the length must be at least 0 s but was " + length);
        });
        popularity.filter(range -> range.to() < 1 || range.from() > 100).ifPresent(range -> {
            throw new IllegalArgumentException("popularity must be in [1, 100] but was " + range);
        });
        within.filter(String::isBlank).ifPresent(blank -> {
            throw new IllegalArgumentException("the folder of recordings must have a name but was blank");
        });
        genres = words(genres);
        unwantedGenres = words(unwantedGenres);
    }

    private static Set<String> words(Set<String> genres) {
        for (String genre : genres) {
            if (genre.isBlank()) {
                throw new IllegalArgumentException("a genre must be a word but was blank");
            }
        }
        return Set.copyOf(genres);
    }

    /** No recording twice, and of what is least alike only music. */
    public static Rules defaults() {
        return none().withDistinct(true).withMusic(true);
    }

    /** No rule at all: the nearest song of a song is the song itself. */
    public static Rules none() {
        return new Rules(
                false,
                OptionalInt.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    public Rules withDistinct(boolean distinct) {
        return with(edit -> edit.distinct = distinct);
    }

    /** @param perArtist songs of one artist, at least 1 */
    public Rules withPerArtist(int perArtist) {
        return with(edit -> edit.perArtist = OptionalInt.of(perArtist));
    }

    public Rules withOtherArtists(boolean otherArtists) {
        return with(edit -> edit.otherArtists = otherArtists);
    }

    public Rules withYears(Range years) {
        return with(edit -> edit.years = Optional.of(years));
    }

    /** @param seconds of length */
    public Rules withSeconds(Range seconds) {
        return with(edit -> edit.seconds = Optional.of(seconds));
    }

    public Rules withExplicit(boolean explicit) {
        return with(edit -> edit.explicit = Optional.of(explicit));
    }

    public Rules withPopularity(Range popularity) {
        return with(edit -> edit.popularity = Optional.of(popularity));
    }

    public Rules withGenres(String... genres) {
        return withGenres(List.of(genres));
    }

    public Rules withGenres(Collection<String> genres) {
        return with(edit -> edit.genres = new LinkedHashSet<>(genres));
    }

    public Rules withUnwantedGenres(String... unwantedGenres) {
        return withUnwantedGenres(List.of(unwantedGenres));
    }

    public Rules withUnwantedGenres(Collection<String> unwantedGenres) {
        return with(edit -> edit.unwantedGenres = new LinkedHashSet<>(unwantedGenres));
    }

    /** @param folder of recordings */
    public Rules within(String folder) {
        return with(edit -> edit.within = Optional.of(folder));
    }

    public Rules withNewArtists(NewArtists newArtists) {
        return with(edit -> edit.newArtists = Optional.of(newArtists));
    }

    public Rules withMusic(boolean music) {
        return with(edit -> edit.music = music);
    }

    /** Songs whose value is not known pass. */
    public Rules withUnknown(boolean unknown) {
        return with(edit -> edit.unknown = unknown);
    }

    private Rules with(Consumer<Edit> change) {
        Edit edit = new Edit(this);
        change.accept(edit);
        return edit.rules();
    }

    /** A copy that can be changed. */
    private static final class Edit {
        private boolean distinct;
        private OptionalInt perArtist;
        private boolean otherArtists;
        private Optional<Range> years;
        private Optional<Range> seconds;
        private Optional<Boolean> explicit;
        private Optional<Range> popularity;
        private Set<String> genres;
        private Set<String> unwantedGenres;
        private Optional<String> within;
        private Optional<NewArtists> newArtists;
        private boolean music;
        private boolean unknown;

        private Edit(Rules of) {
            distinct = of.distinct;
            perArtist = of.perArtist;
            otherArtists = of.otherArtists;
            years = of.years;
            seconds = of.seconds;
            explicit = of.explicit;
            popularity = of.popularity;
            genres = of.genres;
            unwantedGenres = of.unwantedGenres;
            within = of.within;
            newArtists = of.newArtists;
            music = of.music;
            unknown = of.unknown;
        }

        private Rules rules() {
            return new Rules(
                    distinct,
                    perArtist,
                    otherArtists,
                    years,
                    seconds,
                    explicit,
                    popularity,
                    genres,
                    unwantedGenres,
                    within,
                    newArtists,
                    music,
                    unknown);
        }
    }
}
