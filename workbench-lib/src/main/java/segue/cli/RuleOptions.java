package segue.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import segue.recommend.NewArtists;
import segue.recommend.Range;
import segue.recommend.Rules;

/** The options that say what may be recommended: a picocli mixin, for the commands of other modules too. */
public final class RuleOptions {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4}):([0-5]\\d)");

    @Option(
            names = "--new-artists",
            description = "only artists who are little known or were first heard of in the last three years")
    private boolean newArtists;

    @Option(
            names = "--artist-cap",
            paramLabel = "N",
            description = "at most so many songs of one artist (default with --by tastes: 2)")
    private Integer artistCap;

    @Option(names = "--other-artists", description = "no song by the artists asked for")
    private boolean otherArtists;

    @Option(names = "--years", paramLabel = "1990-1999", description = "years of release; also 1990- and -1999")
    private String years;

    @Option(names = "--length", paramLabel = "2:00-6:00", description = "length in minutes, or in seconds")
    private String length;

    @Option(names = "--explicit", paramLabel = "yes|no", description = "only songs with explicit words, or without")
    private String explicit;

    @Option(names = "--popularity", paramLabel = "20-80", description = "popularity, 1 to 100")
    private String popularity;

    @Option(
            names = "--genre",
            paramLabel = "GENRE",
            description = "only songs of this genre: rock is also classic rock; may be repeated")
    private List<String> genres = List.of();

    @Option(names = "--not-genre", paramLabel = "GENRE", description = "no song of this genre; may be repeated")
    private List<String> unwantedGenres = List.of();

    @Option(
            names = "--within",
            paramLabel = "FOLDER",
            description = "only recordings in this folder, as the catalogue names their paths")
    private String within;

    @Option(
            names = "--keep-unknown",
            description = "keep songs whose year, length, words, popularity, genre or artist is not known")
    private boolean unknown;

    /** @throws IllegalArgumentException if an option is not as it should be; the message names it */
    public Rules rules() {
        Rules rules = Rules.defaults()
                .withOtherArtists(otherArtists)
                .withGenres(genres)
                .withUnwantedGenres(unwantedGenres)
                .withUnknown(unknown);
        if (artistCap != null) {
            if (artistCap < 1) {
                throw new IllegalArgumentException("--artist-cap must be at least 1 but was " + artistCap);
            }
            rules = rules.withPerArtist(artistCap);
        }
        rules = within == null ? rules : rules.within(within);
        rules = newArtists ? rules.withNewArtists(NewArtists.defaults()) : rules;
        rules = years == null ? rules : rules.withYears(range("--years", years, "1990-1999", Range::number));
        rules = length == null
                ? rules
                : rules.withSeconds(range("--length", length, "2:00-6:00", RuleOptions::seconds));
        rules = popularity == null
                ? rules
                : rules.withPopularity(range("--popularity", popularity, "20-80", Range::number));
        return explicit == null ? rules : rules.withExplicit(yes(explicit));
    }

    private static boolean yes(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "no" -> false;
            default ->
                throw new IllegalArgumentException("--explicit must be yes or no but was " + SongFinder.shown(text));
        };
    }

    private static Range range(String option, String text, String example, ToIntFunction<String> value) {
        try {
            return Range.parse(SongFinder.shown(text), example, value);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    option + (wrong.getMessage().startsWith("must") ? " " : ": ") + wrong.getMessage(), wrong);
        }
    }

    private static int seconds(String text) {
        Matcher length = LENGTH.matcher(text);
        return length.matches()
                ? 60 * Integer.parseInt(length.group(1)) + Integer.parseInt(length.group(2))
                : Range.number(text);
    }
}
