package segue.spark.recommend;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import segue.recommend.NewArtists;
import segue.recommend.Range;
import segue.recommend.Rules;

/** {@link Rules} in a form that can be sent to tasks: what is not asked is null. */
record SentRules(
        boolean distinct,
        Integer perArtist,
        boolean otherArtists,
        Range years,
        Range seconds,
        Boolean explicit,
        Range popularity,
        Set<String> genres,
        Set<String> unwantedGenres,
        String within,
        NewArtists newArtists,
        boolean music,
        boolean unknown)
        implements Serializable {

    static SentRules of(Rules rules) {
        return new SentRules(
                rules.distinct(),
                rules.perArtist().isPresent() ? rules.perArtist().getAsInt() : null,
                rules.otherArtists(),
                rules.years().orElse(null),
                rules.seconds().orElse(null),
                rules.explicit().orElse(null),
                rules.popularity().orElse(null),
                rules.genres(),
                rules.unwantedGenres(),
                rules.within().orElse(null),
                rules.newArtists().orElse(null),
                rules.music(),
                rules.unknown());
    }

    Rules rules() {
        return new Rules(
                distinct,
                perArtist == null ? OptionalInt.empty() : OptionalInt.of(perArtist),
                otherArtists,
                Optional.ofNullable(years),
                Optional.ofNullable(seconds),
                Optional.ofNullable(explicit),
                Optional.ofNullable(popularity),
                genres,
                unwantedGenres,
                Optional.ofNullable(within),
                Optional.ofNullable(newArtists),
                music,
                unknown);
    }
}
